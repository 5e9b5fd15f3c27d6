using System.Text;
using System.Text.RegularExpressions;
using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Html;

/// <summary>Web pages: what a reader sees of the main content. No script runs, nothing is fetched.</summary>
public sealed partial class HtmlParser : ISourceParser
{
    /// <summary>Where browsers look for the encoding (HTML standard, "prescan a byte stream").</summary>
    private const int PrescanBytes = 1024;

    public IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm"];

    public async Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct)
    {
        var file = await TextFile.ReadAsync(path, ct, Declared);
        var blocks = new Blocks(new TextCleaner());
        blocks.Note(file.Note);
        var title = HtmlReader.ReadPage(file.Text, blocks);
        progress?.Report(1);
        return blocks.ToSource(title: title);
    }

    private static string? Declared(byte[] bytes) =>
        Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, PrescanBytes))) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?:<meta[^>]+charset\s*=|<\?xml[^>]+encoding\s*=)\s*[""']?\s*([\w\-:]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}

using Tutor.Sources;

namespace Tutor.Parsing.Text;

/// <summary>Plain text: paragraphs parted by empty lines, lists by their marks, headings where they are plain to see.</summary>
public sealed class PlainTextParser : ISourceParser
{
    public IReadOnlyCollection<string> Extensions { get; } = [".txt"];

    public async Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct)
    {
        var file = await TextFile.ReadAsync(path, ct);
        var blocks = new Blocks(new TextCleaner());
        blocks.Note(file.Note);
        PlainTextReader.Read(blocks.Cleaner.Clean(file.Text), blocks);
        progress?.Report(1);
        return blocks.ToSource();
    }
}

using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>All parsers; picks the one for a file's name.</summary>
public sealed class SourceParsers(IEnumerable<ISourceParser> parsers)
{
    private readonly Dictionary<string, ISourceParser> byExtension = parsers
        .SelectMany(p => p.Extensions.Select(e => (Extension: e, Parser: p)))
        .ToDictionary(p => p.Extension, p => p.Parser, StringComparer.Ordinal);

    /// <exception cref="SourceRefusedException">No parser reads files of that name.</exception>
    public ISourceParser For(string name) =>
        byExtension.GetValueOrDefault(UploadCheck.ExtensionOf(name)) ?? throw new SourceRefusedException(FileFailures.Unsupported(UploadCheck.ExtensionOf(name)));

    /// <summary>Checks the file once more (what lies on disk is what counts) and parses it.</summary>
    /// <exception cref="SourceRefusedException">The check or the parser turns it away.</exception>
    public async Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct)
    {
        if (UploadCheck.Check(path, name) is { } failure) throw new SourceRefusedException(failure);
        var parsed = await For(name).ParseAsync(path, name, progress, ct);
        return parsed with { Notes = [.. parsed.Notes ?? [], .. TextRemarks.Of(parsed.Blocks, parsed.Pages)] };
    }
}

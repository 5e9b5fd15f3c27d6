using Microsoft.Extensions.Logging;
using Tutor.Parsing.Jail;
using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Reads PDFs: poppler in a jail gives words, boxes and fonts, mutool steps in where it gives nothing; columns, paragraphs,
/// headings, lists and tables are recognised here.
/// </summary>
public sealed class PdfParser(ReaderJail jail, ILogger<PdfParser> logger) : ISourceParser
{
    /// <summary>About four of the thickest textbooks.</summary>
    public const int MostPages = 6_000;

    public const long MostCharacters = 30_000_000;

    private readonly PdfTools _tools = new(jail, logger);

    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    public async Task<ParsedSource> ParseAsync(string path, string name, IProgress<double>? progress, CancellationToken ct)
    {
        path = Path.GetFullPath(path);
        var info = await _tools.InfoAsync(path, ct);
        if (info.NeedsPassword) throw new SourceRefusedException(PdfFailures.PasswordProtected);
        if (info.Pages > MostPages) throw new SourceRefusedException(PdfFailures.TooManyPages(info.Pages));
        var reading = new Reading(_tools, path, new CharacterBudget(MostCharacters));
        await reading.ReadAllAsync(info.Pages, progress, ct);
        // No page, or pages without a word: the other reader may know better.
        if (!reading.HasText) await reading.ReadAllWithMutoolAsync(info.Pages, ct);
        return Build(reading, info, ct);
    }

    private static ParsedSource Build(Reading reading, PdfInfo info, CancellationToken ct)
    {
        if (!reading.HasText) throw new SourceRefusedException(reading.WhyNothing(info));
        var (blocks, running) = Structure.Build(reading.Pages, ct);
        if (blocks.Count == 0) throw new SourceRefusedException(PdfFailures.NoText);
        return new ParsedSource(blocks, reading.PageCount, PdfTitle.Choose(info.Title), [.. reading.Notes(running)]);
    }
}

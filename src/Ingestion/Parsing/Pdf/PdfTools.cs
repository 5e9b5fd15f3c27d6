using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Tutor.Parsing.Jail;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// The programs that read PDFs, each in the jail: poppler's pdftotext for words and boxes, its pdftohtml for fonts and the order
/// of painting, its pdftoppm for a look at the page, mutool where poppler finds nothing (6 files of 586 with text are left then, 23 with poppler alone).
/// </summary>
internal sealed partial class PdfTools(ReaderJail jail, ILogger logger)
{
    // Poppler takes 2.6 ms a page in the median; the slowest of 1,377 test files took 8.4 s.
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan PerPage = TimeSpan.FromSeconds(.4);

    /// <summary>What the file says of itself; a page count of 0 where poppler cannot open it.</summary>
    public async Task<PdfInfo> InfoAsync(string path, CancellationToken ct)
    {
        var text = "";
        var result = await jail.RunAsync(Spec("pdfinfo", [path], path, 1), async (output, token) => text = await new StreamReader(output).ReadToEndAsync(token), ct);
        Log(result, "pdfinfo");
        var pages = PagesLine().Match(text) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        return new PdfInfo(pages, TitleLine().Match(text) is { Success: true } title ? title.Groups[1].Value : null,
            result.Errors.Contains("Incorrect password", StringComparison.Ordinal), result.Outcome);
    }

    /// <summary>Pages first to last, or null where poppler was ended or gave fewer of them.</summary>
    public async Task<IReadOnlyList<PageContent>?> ReadAsync(string path, int first, int last, CharacterBudget budget, CancellationToken ct)
    {
        var words = new WordReader(budget);
        string[] range = ["-f", Text(first), "-l", Text(last)];
        var wordsSpec = Spec("pdftotext", ["-q", "-bbox-layout", .. range, path, "-"], path, last - first + 1);
        var reading = jail.RunAsync(wordsSpec, words.ReadAsync, ct);
        var runs = await RunsAsync(path, first, last, ct);
        var result = await reading;
        Log(result, "pdftotext");
        if (result.Outcome is not (JailOutcome.Exited or JailOutcome.Stopped) || words.Pages.Count == 0) return null;
        return [.. words.Pages.Select((p, i) => new PageContent(first + i, p.Width, p.Height, p.Words, i < runs.Count ? runs[i] : []))];
    }

    private async Task<List<List<Run>>> RunsAsync(string path, int first, int last, CancellationToken ct)
    {
        var runs = new RunReader();
        string[] arguments = ["-xml", "-i", "-q", "-stdout", "-fontfullname", "-zoom", Text(RunReader.Zoom), "-f", Text(first), "-l", Text(last), path];
        Log(await jail.RunAsync(Spec("pdftohtml", arguments, path, last - first + 1), runs.ReadAsync, ct), "pdftohtml");
        return runs.Pages;
    }

    /// <summary>Draws a page, a grey pixel a point; null where that fails.</summary>
    public async Task<PageImage?> DrawAsync(string path, int page, CancellationToken ct)
    {
        PageImage? image = null;
        string[] arguments = ["-q", "-gray", "-r", "72", "-f", Text(page), "-l", Text(page), path];
        Log(await jail.RunAsync(Spec("pdftoppm", arguments, path, 1), async (output, token) => image = await PageImage.ReadAsync(output, token), ct), "pdftoppm");
        return image;
    }

    /// <summary>The pages as mutool reads them; how it ended tells why there are none.</summary>
    public async Task<(IReadOnlyList<PageContent> Pages, bool NeedsPassword, JailOutcome Outcome)> ReadWithMutoolAsync(
        string path, int first, int last, CharacterBudget budget, CancellationToken ct)
    {
        var reader = new MutoolReader(first, budget);
        string[] arguments = ["draw", "-q", "-F", "stext", "-o", "-", path, string.Create(CultureInfo.InvariantCulture, $"{first}-{last}")];
        var result = await jail.RunAsync(Spec("mutool", arguments, path, last - first + 1), reader.ReadAsync, ct);
        Log(result, "mutool");
        return (reader.Pages, result.Errors.Contains("authenticate password", StringComparison.Ordinal), result.Outcome);
    }

    private static JailSpec Spec(string program, string[] arguments, string path, int pages) => new(program, arguments)
    {
        Readable = [path],
        Limits = new JailLimits { WallClock = PerCall + (PerPage * pages), Cpu = PerCall + (PerPage * pages), Output = 64L * 1024 * 1024 + (2L * 1024 * 1024 * pages) },
    };

    private void Log(JailResult result, string program)
    {
        if (result.Outcome is not (JailOutcome.Exited or JailOutcome.Stopped)) logger.LogWarning("{Program} was ended: {Outcome}", program, result.Outcome);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Pages:\s+(\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex PagesLine();

    [GeneratedRegex(@"^Title:\s+(\S.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();
}

internal sealed record PdfInfo(int Pages, string? Title, bool NeedsPassword, JailOutcome Outcome);

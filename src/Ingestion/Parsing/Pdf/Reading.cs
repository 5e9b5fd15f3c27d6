using System.Globalization;
using Tutor.Parsing.Jail;
using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>The pages of one PDF as they are read.</summary>
internal sealed class Reading(PdfTools tools, string path, CharacterBudget budget)
{
    // Ranges of pages that may fail before the file is given up.
    private const int MostFailures = 3;
    private const int PagesPerCall = 100;
    private readonly List<PageLines> _pages = [];
    private readonly VisibleText _visible = new(tools, path);
    private readonly List<(int First, int Last)> _skipped = [];
    private JailOutcome _worst = JailOutcome.Exited;
    private bool _needsPassword;

    public IReadOnlyList<PageLines> Pages => _pages;

    public int PageCount { get; private set; }

    public bool HasText => _pages.Any(p => p.Lines.Any(l => l.Text.Any(char.IsLetterOrDigit)));

    /// <summary>Reads range after range; the programs read the next one while this one is put into lines.</summary>
    public async Task ReadAllAsync(int count, IProgress<double>? progress, CancellationToken ct)
    {
        PageCount = count;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var next = ReadAsync(1, count, stop.Token);
        try
        {
            for (var first = 1; first <= count; first += PagesPerCall)
            {
                var last = Math.Min(count, first + PagesPerCall - 1);
                var pages = await next;
                next = ReadAsync(last + 1, count, stop.Token);
                await AddAsync(pages, first, last, ct);
                progress?.Report(.9 * last / count);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(next);
        }
    }

    private async Task<IReadOnlyList<PageContent>> ReadAsync(int first, int count, CancellationToken ct)
    {
        var last = Math.Min(count, first + PagesPerCall - 1);
        if (last < first) return [];
        if (await tools.ReadAsync(path, first, last, budget, ct) is { } pages) return pages;
        (var others, _, _worst) = await tools.ReadWithMutoolAsync(path, first, last, budget, ct);
        return others;
    }

    /// <param name="known">Pages by poppler's count; 0 where it could not open the file.</param>
    public async Task ReadAllWithMutoolAsync(int known, CancellationToken ct)
    {
        _pages.Clear();
        _skipped.Clear();
        var last = known > 0 ? known : PdfParser.MostPages;
        var (pages, needsPassword, outcome) = await tools.ReadWithMutoolAsync(path, 1, Math.Min(last, 500), budget, ct);
        _needsPassword = needsPassword;
        _worst = outcome;
        PageCount = Math.Max(known, pages.Count);
        await AddAsync(pages, 1, PageCount, ct);
    }

    public Failure WhyNothing(PdfInfo info)
    {
        if (_needsPassword || info.NeedsPassword) return PdfFailures.PasswordProtected;
        if (_worst is not (JailOutcome.Exited or JailOutcome.Stopped or JailOutcome.Crashed)) return PdfFailures.TookTooLong;
        return PageCount > 0 ? PdfFailures.NoText : PdfFailures.Damaged;
    }

    public IEnumerable<ParseNote> Notes(IReadOnlyCollection<TextLine> running)
    {
        foreach (var note in _visible.Notes()) yield return note;
        if (budget.SawInvisible) yield return new ParseNote("invisible-characters", "Invisible characters were removed from the text.");
        if (running.Count > 0)
        {
            var example = running.OrderBy(l => l.Page).ThenBy(l => l.Extent.Y0).First().Text;
            yield return new ParseNote("running-header", $"Headers, footers and page numbers that repeat on the pages were left out, such as “{Shorten(example)}”.");
        }
        if (_skipped.Count > 0)
        {
            var pages = string.Join(", ", _skipped.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.First}–{s.Last}")));
            yield return new ParseNote("pages-skipped", $"These pages could not be read and are missing: {pages}.");
        }
    }

    private async Task AddAsync(IReadOnlyList<PageContent> pages, int first, int last, CancellationToken ct)
    {
        foreach (var page in pages) Word.FindRuns(page.Words, page.Runs);
        if (budget.Exceeded) throw new SourceRefusedException(PdfFailures.TooLarge);
        foreach (var page in await _visible.OnlyAsync(pages, ct)) _pages.Add(new PageLines(page.Number, page.Width, page.Height, LineBuilder.Build(page)));
        if (pages.Count >= last - first + 1) return;
        _skipped.Add((first + pages.Count, last));
        if (_skipped.Count > MostFailures) throw new SourceRefusedException(PdfFailures.TookTooLong);
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

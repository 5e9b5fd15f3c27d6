using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Leaves out what no reader of the page sees: invisible text, white on white, one point high. That is how instructions to a
/// language model are hidden; the teacher is told. Text recognised under a scanned page is invisible too, but is most of its page: it stays.
/// </summary>
internal sealed class VisibleText(PdfTools tools, string path)
{
    private const double Tiny = 2.5;
    private const double MostOfPage = .7;
    private const int MostPagesAsked = 50;
    private string? _hidden;
    private string? _firstPageHidden;
    private int _asked;

    public async Task<IReadOnlyList<PageContent>> OnlyAsync(IReadOnlyList<PageContent> pages, CancellationToken ct)
    {
        var result = new List<PageContent>(pages.Count);
        foreach (var page in pages) result.Add(await OnlyAsync(page, ct));
        return result;
    }

    public IEnumerable<ParseNote> Notes()
    {
        if (_hidden is not null)
            yield return new ParseNote("hidden-text", $"Text that cannot be seen on the page was left out, on page {_firstPageHidden} for instance: “{_hidden}”.");
    }

    private async Task<PageContent> OnlyAsync(PageContent page, CancellationToken ct)
    {
        if (page.Runs.Count == 0) return page;
        var index = new RunIndex(page.Runs);
        var found = page.Words.Select(w => (Word: w, Run: index.Find(w))).ToList();
        var unpainted = found.Where(f => f.Run is null).Select(f => f.Word).ToList();
        var hidden = found.Where(f => f.Run is { Face.Size: < Tiny }).Select(f => f.Word).ToHashSet();
        if (unpainted.Count > 2 && unpainted.Count < (page.Words.Count - hidden.Count) * MostOfPage && _asked++ < MostPagesAsked)
            hidden.UnionWith(await InvisibleAsync(page.Number, unpainted, ct));
        if (hidden.Count == 0) return page;
        Remember(page.Number, page.Words.Where(hidden.Contains));
        return page with { Words = [.. page.Words.Where(w => !hidden.Contains(w))] };
    }

    /// <summary>Of the words without a visible run, those that appear once invisible text is asked for too.</summary>
    private async Task<IEnumerable<Word>> InvisibleAsync(int number, List<Word> words, CancellationToken ct)
    {
        var all = await tools.RunsAsync(path, number, number, hidden: true, ct);
        if (all.Count == 0) return [];
        var index = new RunIndex(all[0]);
        return words.Where(w => index.Find(w) is not null);
    }

    private void Remember(int page, IEnumerable<Word> words)
    {
        if (_hidden is not null) return;
        var text = string.Join(' ', words.Select(w => w.Text));
        _hidden = text.Length <= 80 ? text : text[..80] + "…";
        _firstPageHidden = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

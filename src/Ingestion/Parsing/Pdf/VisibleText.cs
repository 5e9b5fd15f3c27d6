using System.Globalization;
using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Leaves out what no reader of the page sees: text painted in no colour, white on white, a point high. That is how instructions
/// to a language model are hidden; the teacher is told. Words that look suspect are looked up on the drawn page: recognised text
/// under a scan, or white letters on a dark box, show there and stay.
/// </summary>
internal sealed class VisibleText(PdfTools tools, string path)
{
    // Points.
    private const double Tiny = 2.5;

    // Drawing a page takes 30 to 300 ms: a scanned book is judged by its first pages.
    private const int MostPagesDrawn = 40;
    private int _drawn;
    private int _shown;
    private string? _hidden;
    private int _hiddenPage;

    public async Task<IReadOnlyList<PageContent>> OnlyAsync(IReadOnlyList<PageContent> pages, CancellationToken ct)
    {
        var result = new List<PageContent>(pages.Count);
        foreach (var page in pages) result.Add(await OnlyAsync(page, ct));
        return result;
    }

    public IEnumerable<ParseNote> Notes()
    {
        if (_hidden is null) yield break;
        yield return new ParseNote("hidden-text", string.Create(CultureInfo.InvariantCulture,
            $"Text that cannot be seen on the page was left out, on page {_hiddenPage} for instance: “{_hidden}”."));
    }

    private async Task<PageContent> OnlyAsync(PageContent page, CancellationToken ct)
    {
        var hidden = new HashSet<Word>();
        var suspect = new List<Word>();
        foreach (var word in page.Words)
        {
            if (word.Run is { Face.Size: < Tiny }) hidden.Add(word);
            else if (word.Run is null or { Face.Pale: true }) suspect.Add(word);
        }
        if (suspect.Count > 0) hidden.UnionWith(await UnseenAsync(page.Number, suspect, ct));
        if (hidden.Count == 0) return page;
        Remember(page.Number, page.Words.Where(hidden.Contains));
        return page with { Words = [.. page.Words.Where(w => !hidden.Contains(w))] };
    }

    private async Task<IEnumerable<Word>> UnseenAsync(int page, List<Word> words, CancellationToken ct)
    {
        if (_drawn >= MostPagesDrawn) return _shown * 2 > _drawn ? [] : words;
        if (await tools.DrawAsync(path, page, ct) is not { } image) return [];
        var unseen = words.Where(w => !image.Shows(w.Extent)).ToList();
        _drawn++;
        if (unseen.Count * 2 < words.Count) _shown++;
        return unseen;
    }

    private void Remember(int page, IEnumerable<Word> words)
    {
        if (_hidden is not null) return;
        var text = string.Join(' ', words.Select(w => w.Text));
        _hidden = text.Length <= 80 ? text : text[..80] + "…";
        _hiddenPage = page;
    }
}

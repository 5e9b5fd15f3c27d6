namespace Tutor.Parsing.Pdf;

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> writes, line by line: it has one element a line, and its text may hold control
/// characters that no XML reader accepts.
/// </summary>
internal sealed class WordReader(CharacterBudget budget)
{
    // A newspaper's page has some 5,000; with more, a page is a picture drawn with letters, or a trap.
    private const int MostWordsOnPage = 10_000;
    private int _group;
    private int _row;

    public List<(double Width, double Height, List<Word> Words)> Pages { get; } = [];

    public Task ReadAsync(Stream output, CancellationToken ct) => Utf8Lines.ReadAsync(output, Read, ct);

    private bool Read(ReadOnlySpan<byte> line)
    {
        var element = line.TrimStart((byte)' ');
        if (element.StartsWith("<word "u8))
        {
            if (Pages.Count == 0 || Pages[^1].Words.Count >= MostWordsOnPage || Word(element) is not { } word) return true;
            Pages[^1].Words.Add(word);
            return budget.Take(word.Text.Length);
        }
        if (element.StartsWith("<line "u8)) _row++;
        else if (element.StartsWith("<block "u8)) _group++;
        else if (element.StartsWith("<page "u8)) Pages.Add((Utf8Lines.Number(element, " width=\""u8), Utf8Lines.Number(element, " height=\""u8), []));
        return true;
    }

    private Word? Word(ReadOnlySpan<byte> element)
    {
        var from = element.IndexOf((byte)'>') + 1;
        var to = element.LastIndexOf("</word>"u8);
        if (from <= 0 || to < from) return null;
        var raw = Utf8Lines.Text(element[from..to]);
        var text = PdfText.Clean(raw);
        if (text.Length < raw.Length && PdfText.HasHidden(raw)) budget.SawInvisible = true;
        if (text.Length == 0) return null;
        var head = element[..from];
        var extent = new Extent(
            Utf8Lines.Number(head, " xMin=\""u8), Utf8Lines.Number(head, " yMin=\""u8), Utf8Lines.Number(head, " xMax=\""u8), Utf8Lines.Number(head, " yMax=\""u8));
        // A letter is about half as wide as its type size.
        extent = extent.AtLeast(2 * extent.Width / text.Length);
        // Three letters that are more than twice as high as wide stand upright along the margin.
        return new Word(text, extent, _group, _row, text.Length >= 3 && extent.Height > 2 * extent.Width);
    }
}

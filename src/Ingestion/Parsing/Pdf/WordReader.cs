using System.Globalization;
using System.Net;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> writes, line by line: it has one element a line, and its text may hold control
/// characters that no XML reader accepts.
/// </summary>
internal static class WordReader
{
    public static async Task<List<(double Width, double Height, List<Word> Words)>> ReadAsync(Stream output, CharacterBudget budget, CancellationToken ct)
    {
        var pages = new List<(double, double, List<Word>)>();
        using var reader = new StreamReader(output, bufferSize: 64 * 1024);
        int group = 0, row = 0;
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            var element = line.AsSpan().TrimStart();
            if (element.StartsWith("<word ", StringComparison.Ordinal) && pages.Count > 0)
            {
                if (Word(element, group, row, budget) is not { } word) continue;
                pages[^1].Item3.Add(word);
                if (!budget.Take(word.Text.Length)) return pages;
            }
            else if (element.StartsWith("<block ", StringComparison.Ordinal))
            {
                group++;
            }
            else if (element.StartsWith("<line ", StringComparison.Ordinal))
            {
                row++;
            }
            else if (element.StartsWith("<page ", StringComparison.Ordinal))
            {
                pages.Add((Attribute(element, " width=\""), Attribute(element, " height=\""), []));
                group = 0;
            }
        }
        return pages;
    }

    private static Word? Word(ReadOnlySpan<char> element, int group, int row, CharacterBudget budget)
    {
        var from = element.IndexOf('>') + 1;
        var to = element.LastIndexOf("</word>", StringComparison.Ordinal);
        if (from <= 0 || to < from) return null;
        var raw = Unescape(element[from..to]);
        var text = PdfText.Clean(raw);
        if (text.Length < raw.Length && PdfText.HasHidden(raw)) budget.SawInvisible = true;
        if (text.Length == 0) return null;
        var extent = new Extent(Attribute(element, " xMin=\""), Attribute(element, " yMin=\""), Attribute(element, " xMax=\""), Attribute(element, " yMax=\""));
        // A letter is about half as wide as its type size.
        extent = extent.AtLeast(2 * extent.Width / text.Length);
        // Three letters that are more than twice as high as wide stand upright along the margin.
        return new Word(text, extent, group, row, text.Length >= 3 && extent.Height > 2 * extent.Width);
    }

    internal static string Unescape(ReadOnlySpan<char> text) => text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();

    internal static double Attribute(ReadOnlySpan<char> element, string name)
    {
        var at = element.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return 0;
        var value = element[(at + name.Length)..];
        var end = value.IndexOf('"');
        return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
    }
}

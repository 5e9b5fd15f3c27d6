using System.Globalization;
using System.Text.RegularExpressions;

namespace Tutor.Parsing.Pdf;

/// <summary>Finds headers, footers and page numbers: lines near the edge that come again at the same height on other pages.</summary>
internal static partial class RunningLines
{
    // Share of the page's height, top and bottom, in which headers and footers stand.
    private const double Zone = .15;
    private const int RowsAtEdge = 3;
    private const double SameHeight = 3; // points
    private const int MostCompared = 12;

    // A running header is not set larger than the text: the title that a deck repeats on its slides is.
    private const double LargestSize = 1.15;

    public static HashSet<TextLine> Find(IReadOnlyList<PageLines> pages, double bodySize)
    {
        var candidates = pages.SelectMany(p => AtEdges(p).Where(l => l.Size <= bodySize * LargestSize)).ToList();
        var needed = pages.Count <= 3 ? 2 : 3;
        var found = new HashSet<TextLine>();
        foreach (var group in candidates.GroupBy(l => Normalise(l.Text), StringComparer.Ordinal))
        {
            var heights = group.ToLookup(HeightOf);
            // A number alone is a page number where it grows with the pages.
            var offsets = group.Key == "#" ? group.ToLookup(OffsetOf) : null;
            found.UnionWith(group.Where(line => Repeats(line, heights, needed) && (offsets is null || OffsetOf(line) is null || PagesOf(offsets[OffsetOf(line)]) > 1)));
        }
        return found;
    }

    private static bool Repeats(TextLine line, ILookup<int, TextLine> heights, int needed)
    {
        var height = HeightOf(line);
        return PagesOf(heights[height - 1].Concat(heights[height]).Concat(heights[height + 1]).Take(MostCompared)) >= needed;
    }

    private static int PagesOf(IEnumerable<TextLine> lines) => lines.Take(MostCompared).Select(l => l.Page).Distinct().Take(MostCompared).Count();

    private static int HeightOf(TextLine line) => (int)Math.Round(line.Extent.Y0 / SameHeight);

    // Printed page numbers differ from the file's by the pages before the first chapter.
    private static int? OffsetOf(TextLine line) =>
        Digits().Match(line.Text) is { Success: true } m && int.TryParse(m.ValueSpan, CultureInfo.InvariantCulture, out var number) ? number - line.Page : null;

    private static IEnumerable<TextLine> AtEdges(PageLines page)
    {
        var rows = page.Lines.OrderBy(l => l.Extent.Y0).ToList();
        return FirstRows(rows, l => l.Extent.MiddleY < page.Height * Zone)
            .Concat(FirstRows(((IEnumerable<TextLine>)rows).Reverse(), l => l.Extent.MiddleY > page.Height * (1 - Zone))).Distinct();
    }

    private static IEnumerable<TextLine> FirstRows(IEnumerable<TextLine> lines, Func<TextLine, bool> inZone)
    {
        var rows = 0;
        TextLine? last = null;
        foreach (var line in lines.TakeWhile(inZone))
        {
            if (last is null || !last.Extent.SameRow(line.Extent)) rows++;
            if (rows > RowsAtEdge) yield break;
            last = line;
            yield return line;
        }
    }

    private static string Normalise(string text) => Numbers().Replace(text, "#").Trim();

    [GeneratedRegex(@"\d+|\b[ivxlc]+\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}

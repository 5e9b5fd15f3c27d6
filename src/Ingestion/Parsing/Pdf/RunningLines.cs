using System.Text.RegularExpressions;

namespace Tutor.Parsing.Pdf;

/// <summary>Finds headers, footers and page numbers: lines near the edge that come again at the same height on other pages.</summary>
internal static partial class RunningLines
{
    // Share of the page's height, top and bottom, in which headers and footers stand.
    private const double Zone = .15;
    private const int RowsAtEdge = 3;
    private const double SameHeight = 4;

    // A running header is not set larger than the text: the title that a deck repeats on its slides is.
    private const double LargestSize = 1.15;

    public static HashSet<TextLine> Find(IReadOnlyList<PageLines> pages, double bodySize)
    {
        var candidates = pages.SelectMany(p => AtEdges(p).Where(l => l.Size <= bodySize * LargestSize)).ToList();
        var needed = pages.Count <= 3 ? 2 : 3;
        var found = new HashSet<TextLine>();
        foreach (var group in candidates.GroupBy(l => Normalise(l.Text), StringComparer.Ordinal))
        {
            foreach (var line in group)
            {
                var same = group.Where(o => Math.Abs(o.Extent.Y0 - line.Extent.Y0) <= SameHeight || Math.Abs(o.Extent.Y1 - line.Extent.Y1) <= SameHeight).ToList();
                if (same.Select(o => o.Page).Distinct().Count() < needed) continue;
                if (group.Key == "#" && !CountsPages(line, same)) continue;
                found.Add(line);
            }
        }
        return found;
    }

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

    // A number alone is a page number where it grows with the pages.
    private static bool CountsPages(TextLine line, IEnumerable<TextLine> others) =>
        NumberIn(line.Text) is not { } number || others.Any(o => o.Page != line.Page && NumberIn(o.Text) - number == o.Page - line.Page);

    private static int? NumberIn(string text) =>
        Digits().Match(text) is { Success: true } m && int.TryParse(m.ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : null;

    private static string Normalise(string text) => Numbers().Replace(text, "#").Trim();

    [GeneratedRegex(@"\d+|\b[ivxlc]+\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}

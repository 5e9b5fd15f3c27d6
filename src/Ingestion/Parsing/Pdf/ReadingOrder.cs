namespace Tutor.Parsing.Pdf;

/// <summary>
/// The order in which a page's lines are read. The order of painting is its author's own, column after column and cell after
/// cell, wherever it runs down the page; where it jumps about, poppler's order from the layout is taken.
/// </summary>
internal static class ReadingOrder
{
    // Share of a page's lines that may jump back, for figures and boxes that are painted last.
    private const double MostJumps = .04;

    // Share of lines after which the painting changes column within one row of print: painted across the columns.
    private const double MostCrossings = .25;

    public static List<TextLine> Arrange(List<TextLine> lines, double pageWidth)
    {
        var painted = lines.Where(l => l.Order >= 0).OrderBy(l => l.Order).ThenBy(l => l.Extent.X0).ToList();
        if (painted.Count < lines.Count * .9 || !RunsDown(painted, pageWidth)) return lines;
        // The few whose place is not known stay behind the line they follow in the layout.
        foreach (var line in lines.Where(l => l.Order < 0))
        {
            var before = lines.IndexOf(line) - 1;
            painted.Insert(before < 0 ? 0 : painted.IndexOf(lines[before]) + 1, line);
        }
        return painted;
    }

    private static bool RunsDown(List<TextLine> lines, double pageWidth)
    {
        int jumps = 0, crossings = 0;
        foreach (var (last, next) in lines.Zip(lines.Skip(1)))
        {
            if (next.Extent.Y1 < last.Extent.Y0 && next.Extent.X0 < last.Extent.X1) jumps++;
            if (next.Extent.X0 >= last.Extent.X1 && next.Extent.SameRow(last.Extent) && last.Extent.Width > pageWidth * .2) crossings++;
        }
        return jumps <= 1 + (lines.Count * MostJumps) && crossings <= lines.Count * MostCrossings;
    }
}

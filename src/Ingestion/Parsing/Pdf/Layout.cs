namespace Tutor.Parsing.Pdf;

/// <summary>Measures of a whole document: what its running text looks like.</summary>
internal sealed class Layout
{
    // Lines with about the same left edge belong to one column; in parts of the type size.
    private const double SameLeft = 3;
    private readonly Dictionary<TextLine, (double Left, double Right)> _columns = [];

    public Layout(IReadOnlyList<PageLines> pages)
    {
        BodySize = BodySizeOf(pages);
        var pitches = new Dictionary<double, int>();
        foreach (var page in pages)
        {
            foreach (var line in page.Lines) _columns[line] = ColumnOf(line, page.Lines);
            foreach (var (above, below) in page.Lines.Zip(page.Lines.Skip(1)))
                if (Math.Abs(above.Size - below.Size) < .3 && below.Extent.Y0 - above.Extent.Y0 is > 0 and var pitch && pitch < 3 * above.Size)
                {
                    var ratio = Math.Round(pitch / above.Size * 20) / 20;
                    pitches[ratio] = pitches.GetValueOrDefault(ratio) + 1;
                }
        }
        Leading = pitches.Count == 0 ? 1.2 : pitches.OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key;
    }

    /// <summary>Points; the size most characters are set in.</summary>
    public double BodySize { get; }

    /// <summary>From line to line, in parts of the type size.</summary>
    public double Leading { get; }

    /// <summary>Left and right edge of the column a line stands in.</summary>
    public (double Left, double Right) Column(TextLine line) => _columns[line];

    public static double BodySizeOf(IReadOnlyList<PageLines> pages) => pages.SelectMany(p => p.Lines).GroupBy(l => Math.Round(l.Size * 2) / 2)
        .OrderByDescending(g => g.Sum(l => l.Text.Length)).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? 10;

    private static (double Left, double Right) ColumnOf(TextLine line, IReadOnlyList<TextLine> page)
    {
        double left = line.Extent.X0, right = line.Extent.X1;
        foreach (var other in page)
        {
            if (Math.Abs(other.Size - line.Size) > .6 || Math.Abs(other.Extent.X0 - line.Extent.X0) > SameLeft * line.Size) continue;
            left = Math.Min(left, other.Extent.X0);
            right = Math.Max(right, other.Extent.X1);
        }
        return (left, right);
    }
}

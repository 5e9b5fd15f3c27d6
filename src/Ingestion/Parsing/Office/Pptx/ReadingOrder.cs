namespace Tutor.Parsing.Office.Pptx;

/// <summary>
/// The order in which people read what lies on a slide: cut at white space that runs across, then at white space that runs down, and so on
/// (the recursive XY cut of Nagy and Seth 1984); what cannot be cut is read from the top, then from the left.
/// </summary>
internal static class ReadingOrder
{
    public static List<T> Sort<T>(List<T> shapes, Func<T, Frame> frame)
    {
        if (shapes.Count < 2) return shapes;
        if (Cut(shapes, s => frame(s).Y, s => frame(s).Bottom) is { } rows) return [.. rows.SelectMany(r => Sort(r, frame))];
        if (Cut(shapes, s => frame(s).X, s => frame(s).Right) is { } columns) return [.. columns.SelectMany(c => Sort(c, frame))];
        return [.. shapes.OrderBy(s => frame(s).Y).ThenBy(s => frame(s).X)];
    }

    /// <summary>Groups with clear space between them; null where there is none. Shapes may overlap by a tenth of their size: boxes are larger than their text.</summary>
    private static List<List<T>>? Cut<T>(List<T> shapes, Func<T, long> from, Func<T, long> to)
    {
        var groups = new List<List<T>>();
        long end = long.MinValue;
        foreach (var shape in shapes.OrderBy(from))
        {
            long start = from(shape), slack = (to(shape) - start) / 10;
            if (groups.Count == 0 || start + slack >= end) groups.Add([]);
            groups[^1].Add(shape);
            end = Math.Max(end, to(shape) - slack);
        }
        return groups.Count > 1 ? groups : null;
    }
}

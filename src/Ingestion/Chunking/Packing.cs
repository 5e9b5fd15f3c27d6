namespace Tutor.Chunking;

/// <param name="Words">Size of what cannot be parted.</param>
/// <param name="OpensWithHeading">A cut before it costs nothing; running over it does.</param>
internal readonly record struct PackItem(int Words, bool OpensWithHeading);

/// <summary>Parts a row of items into runs as near to a wanted size as the items allow: the cheapest of all partings, by dynamic programming.</summary>
internal static class Packing
{
    /// <summary>What a heading in the middle of a run costs, in squared relative deviations: as much as a run a third too short or too long.</summary>
    private const double HeadingInside = 0.1;

    /// <summary>No run exceeds <paramref name="most"/> unless a single item does.</summary>
    public static IReadOnlyList<Range> Pack(IReadOnlyList<PackItem> items, int target, int most)
    {
        var cost = new double[items.Count + 1];
        var cut = new int[items.Count + 1];
        for (var end = 1; end <= items.Count; end++)
        {
            cost[end] = double.PositiveInfinity;
            var words = 0;
            var headings = 0.0;
            for (var start = end - 1; start >= 0; start--)
            {
                words += items[start].Words;
                if (start < end - 1 && words > most) break;
                var here = cost[start] + headings + Deviation(words, target);
                if (here < cost[end]) (cost[end], cut[end]) = (here, start);
                if (items[start].OpensWithHeading) headings += HeadingInside;
            }
        }
        return Ranges(cut);
    }

    private static double Deviation(int words, int target)
    {
        var relative = (double)(words - target) / target;
        return relative * relative;
    }

    private static List<Range> Ranges(int[] cut)
    {
        var ranges = new List<Range>();
        for (var end = cut.Length - 1; end > 0; end = cut[end]) ranges.Add(cut[end]..end);
        ranges.Reverse();
        return ranges;
    }
}

namespace Tutor.Parsing.Pdf;

/// <summary>Puts back together what stands on one line of print in pieces: a bullet or number apart from its text, the words of a justified line.</summary>
internal static class MarkerJoin
{
    // In parts of the type size.
    private const double MarkerGap = 5;
    private const double WordGap = .8;

    public static List<TextLine> Join(IReadOnlyList<TextLine> lines)
    {
        var result = new List<TextLine>(lines.Count);
        var marker = new Dictionary<TextLine, TextLine>();
        foreach (var line in lines.Where(l => Markers.IsAlone(l.Text)))
            if (TextOf(line, lines) is { } text) marker.TryAdd(text, line);
        var joined = marker.Values.ToHashSet();
        foreach (var line in lines)
        {
            if (joined.Contains(line)) continue;
            var whole = marker.TryGetValue(line, out var mark) ? Join(mark, line) : line;
            if (result.Count > 0 && IsSameLine(result[^1], whole)) result[^1] = Join(result[^1], whole);
            else result.Add(whole);
        }
        return result;
    }

    private static TextLine? TextOf(TextLine marker, IReadOnlyList<TextLine> lines) => lines
        .Where(l => l != marker && l.Extent.X0 >= marker.Extent.X1 - 1 && l.Extent.X0 - marker.Extent.X1 < MarkerGap * l.Size && l.Extent.SameRow(marker.Extent))
        .Where(l => l.Order < 0 || l.Order - marker.OrderTo is 0 or 1)
        .MinBy(l => l.Extent.X0);

    private static bool IsSameLine(TextLine left, TextLine right) =>
        left.Group == right.Group && left.Extent.SameRow(right.Extent) && right.Extent.X0 > left.Extent.X1 - 1
        && right.Extent.X0 - left.Extent.X1 < WordGap * right.Size && right.Order >= 0 && right.Order - left.OrderTo is 0 or 1;

    private static TextLine Join(TextLine left, TextLine right)
    {
        var shift = left.Text.Length + 1;
        return new TextLine
        {
            Text = left.Text + " " + right.Text,
            Page = left.Page,
            Extent = left.Extent.With(right.Extent),
            Face = left.Text.Length > right.Text.Length ? left.Face : right.Face,
            Emphasis = [.. left.Emphasis, .. right.Emphasis.Select(e => e with { Start = e.Start + shift })],
            FirstWordWidth = left.FirstWordWidth,
            Group = right.Group,
            Order = left.Order,
            OrderTo = right.OrderTo,
        };
    }
}

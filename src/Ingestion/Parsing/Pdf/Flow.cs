namespace Tutor.Parsing.Pdf;

/// <summary>Decides whether a line goes on with the paragraph above it.</summary>
internal sealed class Flow(Layout layout)
{
    // In parts of the type size.
    private const double Indent = .8;
    private const double SameEdge = .5;
    private const double ExtraLeading = 1.2;

    /// <param name="open">Lines of the paragraph so far.</param>
    /// <param name="after">The line after the next one, which tells a first line's indent from a hanging one.</param>
    public bool Continues(IReadOnlyList<TextLine> open, TextLine next, TextLine? after)
    {
        var last = open[^1];
        if (Math.Abs(last.Size - next.Size) > Math.Max(.6, .06 * last.Size)) return false;
        return Below(last, next) ? ContinuesBelow(open, next, after) : ContinuesElsewhere(last, next);
    }

    /// <summary>Whether the next line stands right under the last one, in the same column.</summary>
    public static bool Below(TextLine last, TextLine next) =>
        last.Page == next.Page && next.Extent.Y0 > last.Extent.Y0 && next.Extent.OverlapX(last.Extent) > 0;

    /// <summary>From the next line's top to the last one's is no more than from line to line.</summary>
    public bool IsTight(IReadOnlyList<TextLine> open, TextLine next)
    {
        var last = open[^1];
        var leading = open.Count > 1 && Below(open[^2], last) ? open[^1].Extent.Y1 - open[^2].Extent.Y1 : layout.Leading * last.Size;
        // The first pair may be further apart than all others: no more than the document's own leading is trusted then.
        leading = Math.Max(leading, Math.Min(layout.Leading, 1.6) * last.Size);
        return next.Extent.Y1 - last.Extent.Y1 <= (leading * ExtraLeading) + .2;
    }

    /// <summary>The next line's first word would still have fitted: the line was ended on purpose.</summary>
    public bool EndsShort(TextLine last, TextLine next)
    {
        var right = layout.Column(last).Right;
        return last.Extent.X1 + (.3 * last.Size) + next.FirstWordWidth < right - (.5 * last.Size);
    }

    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("”’\"')]»›*†0123456789 ");
        return end.Length == 0 ? text.Length > 0 : end[^1] is '.' or '!' or '?' or ':' or ';' or '。' or '！' or '？' or '…';
    }

    private bool ContinuesBelow(IReadOnlyList<TextLine> open, TextLine next, TextLine? after)
    {
        var last = open[^1];
        if (!IsTight(open, next)) return false;
        if (EndsShort(last, next) && EndsSentence(last.Text)) return false;
        var step = next.Extent.X0 - last.Extent.X0;
        if (Math.Abs(next.Extent.MiddleX - last.Extent.MiddleX) < 2 || Math.Abs(step) < Indent * next.Size) return true;
        return step > 0 ? !EndsSentence(last.Text) || IsHanging(open, next, after) : !StartsHangingEntry(open, next);
    }

    // A step to the right under a single line is a hanging indent if the line after keeps it, else a new paragraph's first line.
    private static bool IsHanging(IReadOnlyList<TextLine> open, TextLine next, TextLine? after)
    {
        if (open.Count > 1 && Math.Abs(open[^2].Extent.X0 - open[^1].Extent.X0) < SameEdge * next.Size) return false;
        return after is null || !Below(next, after) || after.Extent.X0 > next.Extent.X0 - (SameEdge * next.Size);
    }

    // Back to the left after an indented first line is the paragraph's second line; after hanging lines it is the next entry.
    private static bool StartsHangingEntry(IReadOnlyList<TextLine> open, TextLine next) =>
        open.Count > 1 && open[0].Extent.X0 <= next.Extent.X0 + (SameEdge * next.Size);

    private bool ContinuesElsewhere(TextLine last, TextLine next)
    {
        if (last.Face.Bold != next.Face.Bold && last.Face.Italic != next.Face.Italic) return false;
        if (last.Text.EndsWith('-') || char.IsLower(next.Text[0])) return !EndsSentence(last.Text) || char.IsLower(next.Text[0]);
        if (EndsSentence(last.Text)) return false;
        return !EndsShort(last, next) && next.Extent.X0 - layout.Column(next).Left < Indent * next.Size;
    }
}

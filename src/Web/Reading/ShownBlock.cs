using Tutor.Sources;

namespace Tutor.Web.Reading;

/// <summary>A stretch of text, marked or not.</summary>
/// <param name="First">True for the first marked stretch of the page: where the page opens at.</param>
public sealed record Segment(string Text, bool Marked, bool First = false);

/// <summary>A block of a source as shown: lines (list items, table rows) of cells of segments.</summary>
/// <param name="Level">Of a heading on the page that shows it: 2 to 4.</param>
/// <param name="At">Second it is spoken at, for transcripts.</param>
public sealed record ShownBlock(BlockKind Kind, int Level, bool Ordered, bool HasHeader, double? At, IReadOnlyList<IReadOnlyList<IReadOnlyList<Segment>>> Lines)
{
    private const string CellBreak = " | ";

    /// <summary>The block with some stretches of its text marked.</summary>
    public static ShownBlock Of(Block block, IReadOnlyList<TextSpan> marks, bool opens)
    {
        var lines = new List<IReadOnlyList<IReadOnlyList<Segment>>>();
        var start = 0;
        foreach (var line in block.Text.Split('\n'))
        {
            lines.Add(block.Kind == BlockKind.Table ? Cells(line, start, marks) : [Segments(line, start, marks)]);
            start += line.Length + 1;
        }
        var shown = new ShownBlock(block.Kind, block.Level, block.Ordered, block.HasHeader, block.Lines.Count > 0 ? block.Lines[0].From : null, lines);
        return opens ? shown.WithFirst() : shown;
    }

    private static List<IReadOnlyList<Segment>> Cells(string line, int start, IReadOnlyList<TextSpan> marks)
    {
        var cells = new List<IReadOnlyList<Segment>>();
        foreach (var cell in line.Split(CellBreak))
        {
            cells.Add(Segments(cell, start, marks));
            start += cell.Length + CellBreak.Length;
        }
        return cells;
    }

    private static List<Segment> Segments(string text, int start, IReadOnlyList<TextSpan> marks)
    {
        var segments = new List<Segment>();
        var at = 0;
        foreach (var mark in marks)
        {
            var (from, to) = (Math.Clamp(mark.Start - start, at, text.Length), Math.Clamp(mark.End - start, at, text.Length));
            if (to <= from) continue;
            if (from > at) segments.Add(new Segment(text[at..from], false));
            segments.Add(new Segment(text[from..to], true));
            at = to;
        }
        if (at < text.Length) segments.Add(new Segment(text[at..], false));
        return segments;
    }

    private ShownBlock WithFirst()
    {
        var found = false;
        return this with
        {
            Lines = [.. Lines.Select(line => (IReadOnlyList<IReadOnlyList<Segment>>)[.. line.Select(cell => (IReadOnlyList<Segment>)[.. cell.Select(Opening)])])],
        };

        Segment Opening(Segment segment)
        {
            if (found || !segment.Marked) return segment;
            found = true;
            return segment with { First = true };
        }
    }
}

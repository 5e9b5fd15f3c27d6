using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>One line of print, or one line of a table's cell: the smallest unit the structure is built from.</summary>
internal sealed class TextLine
{
    public required string Text { get; init; }
    public required int Page { get; init; }
    public required Extent Extent { get; init; }

    /// <summary>The face most of its characters are set in.</summary>
    public required Face Face { get; init; }

    /// <summary>Runs of <see cref="Text"/> in bold or italics.</summary>
    public IReadOnlyList<TextSpan> Emphasis { get; init; } = [];

    /// <summary>Points; tells whether the word would have fitted on the line above.</summary>
    public double FirstWordWidth { get; init; }

    /// <summary>Poppler's block on the page.</summary>
    public int Group { get; init; }

    /// <summary>Place in the order the page's content paints its text; -1 where it is not known.</summary>
    public int Order { get; init; } = -1;

    /// <summary>Place of the last run.</summary>
    public int OrderTo { get; init; } = -1;

    public double Size => Face.Size;

    /// <summary>Where each word stands, in order of the text; empty for lines that were joined.</summary>
    public IReadOnlyList<WordPlace> Words { get; init; } = [];

    /// <summary>The parts before and after the word that begins at <paramref name="start"/> in the text.</summary>
    public (TextLine Left, TextLine Right) SplitAt(int start) => (Part(0, Text[..start].TrimEnd().Length), Part(start, Text.Length - start));

    private TextLine Part(int start, int length) => new()
    {
        Text = Text.Substring(start, length),
        Page = Page,
        Extent = Extent with
        {
            X0 = Words.Where(w => w.Start >= start && w.Start < start + length).Min(w => w.X0),
            X1 = Words.Where(w => w.Start >= start && w.Start < start + length).Max(w => w.X1),
        },
        Face = Face,
        Emphasis = [.. Emphasis.Where(e => e.Start < start + length && e.End > start).Select(e => Clip(e, start, length))],
        FirstWordWidth = Words.First(w => w.Start >= start) is var first ? first.X1 - first.X0 : 0,
        Group = Group,
        Order = Order,
        OrderTo = OrderTo,
        Words = [.. Words.Where(w => w.Start >= start && w.Start < start + length).Select(w => w with { Start = w.Start - start })],
    };

    private static TextSpan Clip(TextSpan span, int start, int length)
    {
        var from = Math.Max(span.Start, start);
        return new TextSpan(from - start, Math.Min(span.End, start + length) - from);
    }
}

/// <param name="Start">First character in the line's text.</param>
/// <param name="X0">Left edge in points.</param>
internal readonly record struct WordPlace(int Start, double X0, double X1);

/// <summary>A page as lines in reading order.</summary>
internal sealed record PageLines(int Number, double Width, double Height, IReadOnlyList<TextLine> Lines);

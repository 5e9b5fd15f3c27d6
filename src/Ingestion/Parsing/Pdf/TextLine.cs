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
}

/// <summary>A page as lines in reading order.</summary>
internal sealed record PageLines(int Number, double Width, double Height, IReadOnlyList<TextLine> Lines);

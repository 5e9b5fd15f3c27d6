namespace Tutor.Sources;

/// <summary>One structural unit of a parsed source. Blocks come in reading order, without running headers, footers, page numbers and line-end hyphens.</summary>
/// <param name="Text">Plain text, one line (lists: one item a line; tables: one row a line, see <see cref="BlockKind"/>); never empty.</param>
public sealed record Block(BlockKind Kind, string Text)
{
    /// <summary>1 to 6 for headings (1 is the outermost), else 0.</summary>
    public int Level { get; init; }

    /// <summary>True for a numbered list.</summary>
    public bool Ordered { get; init; }

    /// <summary>True for a table whose first row is known to hold headers.</summary>
    public bool HasHeader { get; init; }

    /// <summary>Where the text stands; empty for formats without pages, slides or times.</summary>
    public IReadOnlyList<Line> Lines { get; init; } = [];

    /// <summary>Runs of the text set in bold or italics: candidates for key terms.</summary>
    public IReadOnlyList<TextSpan> Emphasis { get; init; } = [];
}

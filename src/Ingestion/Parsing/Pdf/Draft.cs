namespace Tutor.Parsing.Pdf;

internal enum DraftKind
{
    Heading,
    Text,
    List,
    Table,
}

/// <summary>A block in the making.</summary>
internal sealed class Draft(DraftKind kind)
{
    public DraftKind Kind { get; } = kind;

    /// <summary>Lines of a heading or of running text; of the items of a list, an item each.</summary>
    public List<List<TextLine>> Parts { get; } = [];

    public Grid? Grid { get; init; }

    /// <summary>The marker's number of a numbered list's last item; 0 for bullets.</summary>
    public int Number { get; set; }

    public int LastPage => Grid?.Lines.Last().Page ?? Last.Page;

    public TextLine Last => Parts[^1][^1];

    /// <summary>Lines of the paragraph or item that is open.</summary>
    public List<TextLine> Open => Parts[^1];

    public static Draft Of(DraftKind kind, TextLine line) => new(kind) { Parts = { new List<TextLine> { line } } };
}

namespace Tutor.Sources;

/// <summary>What a block is in the structure of its document.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>A whole list; <see cref="Block.Text"/> holds one item a line.</summary>
    List,

    /// <summary>A whole table; <see cref="Block.Text"/> holds one row a line, cells parted by " | ", the header row first.</summary>
    Table,
    Caption,

    /// <summary>What stands beside the running text: speaker notes, footnotes, boxed asides.</summary>
    Note,

    /// <summary>Lines of a program or a formula that stands by itself; <see cref="Block.Text"/> holds them with their breaks and indents. Searched, but no running text.</summary>
    Code,
}

using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>Writes finished drafts as blocks.</summary>
internal sealed class BlockWriter(Vocabulary vocabulary, double bodySize)
{
    // Footnotes are set smaller than the text.
    private const double NoteSize = .9;
    private const int ShortestNote = 20;

    public IEnumerable<Block> Write(Draft draft, int level)
    {
        var block = draft.Kind switch
        {
            DraftKind.Heading => Text(draft.Open, BlockKind.Heading) is { } heading ? heading with { Level = level } : null,
            DraftKind.Table => Table(draft.Grid!),
            DraftKind.List when draft.Number == 0 || draft.Parts.Count > 1 => List(draft),
            _ => Text([.. draft.Parts.SelectMany(p => p)], KindOf(draft)),
        };
        return block is null ? [] : [block];
    }

    private BlockKind KindOf(Draft draft)
    {
        var first = draft.Parts[0][0];
        if (Markers.IsCaption(first.Text)) return BlockKind.Caption;
        return first.Size < bodySize * NoteSize && char.IsDigit(first.Text[0]) && draft.Parts.Sum(p => p.Sum(l => l.Text.Length)) > ShortestNote ? BlockKind.Note : BlockKind.Paragraph;
    }

    private Block? Text(List<TextLine> lines, BlockKind kind)
    {
        var text = new TextAssembler(vocabulary);
        for (var i = 0; i < lines.Count; i++) text.Append(lines[i], first: i == 0);
        return text.ToBlock(kind);
    }

    private Block? List(Draft draft)
    {
        var text = new TextAssembler(vocabulary);
        foreach (var item in draft.Parts)
        {
            if (text.Length > 0) text.Separate("\n");
            for (var i = 0; i < item.Count; i++) text.Append(item[i], first: i == 0, skip: i == 0 ? MarkerLength(item[0].Text) : 0);
        }
        return text.ToBlock(BlockKind.List) is { } block ? block with { Ordered = draft.Number > 0 } : null;
    }

    private static int MarkerLength(string text) => Markers.Bullet(text) is > 0 and var bullet ? bullet : Markers.Number(text)?.Length ?? 0;

    private Block? Table(Grid grid)
    {
        var text = new TextAssembler(vocabulary);
        foreach (var row in grid.Rows)
        {
            if (text.Length > 0) text.Separate("\n");
            for (var c = 0; c < row.Length; c++)
            {
                if (c > 0) text.Separate(" | ");
                for (var i = 0; i < row[c].Count; i++) text.Append(row[c][i], first: i == 0);
            }
        }
        return text.ToBlock(BlockKind.Table) is { } block ? block with { HasHeader = grid.HasBoldHeader } : null;
    }
}

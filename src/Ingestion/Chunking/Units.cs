using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>
/// What may not be parted within a section: a heading and what it heads, the words that announce a list or table and it,
/// the blocks of one slide. Long blocks are cut first.
/// </summary>
internal sealed class Units(IReadOnlyList<Block> blocks)
{
    /// <summary>A heading stays with a whole block of any length, a row of headings in many words only where there is room.</summary>
    private const int MostHeadingWords = 50;

    public List<Unit> Of(IReadOnlyList<int> section)
    {
        var units = new List<Unit>();
        foreach (var piece in section.SelectMany(PiecesOf))
        {
            if (units.Count == 0) units.Add(new Unit());
            else if (!Stays(units[^1], piece)) units.Add(Next(units[^1]));
            units[^1].Add(piece);
        }
        JoinHeadingAtEnd(units);
        return units;
    }

    public bool OpensWithHeading(Unit unit) => IsHeading(unit.Pieces[0]);

    private IEnumerable<Piece> PiecesOf(int ordinal)
    {
        var words = WordCount.Of(blocks[ordinal].Text);
        return words <= Chunker.MostWords
            ? [new Piece(ordinal, 0, blocks[ordinal].Text.Length, words)]
            : LongBlock.Cut(ordinal, blocks[ordinal]);
    }

    private bool Stays(Unit unit, Piece next)
    {
        var last = unit.Pieces[^1];
        if (last.Block == next.Block) return false;
        if (unit.Words + next.Words > Chunker.MostWords) return IsHeading(last) && unit.Words <= MostHeadingWords;
        return IsHeading(last) || OnOneSlide(blocks[last.Block], blocks[next.Block]) || Announces(blocks[last.Block], blocks[next.Block]);
    }

    private static bool OnOneSlide(Block block, Block next) => SlideOf(block) is { } slide && slide == SlideOf(next);

    private static bool Announces(Block block, Block next) =>
        next.Kind is BlockKind.List or BlockKind.Table && (block.Kind == BlockKind.Caption || block.Text.EndsWith(':'));

    private static int? SlideOf(Block block) => block.Lines.Count > 0 ? block.Lines[0].Slide : null;

    private bool IsHeading(Piece piece) => blocks[piece.Block].Kind == BlockKind.Heading;

    /// <summary>The unit after a full one, with the headings that ended it.</summary>
    private Unit Next(Unit full)
    {
        var next = new Unit();
        var headings = full.Pieces.Reverse().TakeWhile(IsHeading).Count();
        if (headings == full.Pieces.Count) return next;
        foreach (var heading in full.TakeLast(headings)) next.Add(heading);
        return next;
    }

    /// <summary>A heading at the section's end heads nothing: it stays with what comes before it.</summary>
    private void JoinHeadingAtEnd(List<Unit> units)
    {
        if (units.Count < 2 || units[^1].Words > MostHeadingWords || !IsHeading(units[^1].Pieces[^1])) return;
        foreach (var piece in units[^1].Pieces) units[^2].Add(piece);
        units.RemoveAt(units.Count - 1);
    }
}

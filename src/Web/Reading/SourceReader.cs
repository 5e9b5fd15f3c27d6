using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Sources;

namespace Tutor.Web.Reading;

/// <summary>A place in a source, ready to be shown.</summary>
/// <param name="Earlier">Address of what stands before; null at the beginning.</param>
public sealed record ShownPlace(IReadOnlyList<ShownBlock> Blocks, IReadOnlyList<QuotedLine> Lines, string? Quote, string? Earlier, string? Later);

/// <summary>Reads the blocks of a source around a page or a quote.</summary>
public sealed class SourceReader(TutorDb db)
{
    /// <summary>Blocks shown at once of a document without pages, and how many of them stand before a quote.</summary>
    private const int Window = 40, Before = 6;

    /// <summary>The quote an address names; null where it names none, or one that is not there any more.</summary>
    public async Task<QuoteMarks?> FindAsync(Guid sourceId, Guid? chunk, int start, int length, CancellationToken ct)
    {
        if (chunk is null) return null;
        var found = await db.Chunks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == chunk && c.SourceId == sourceId, ct);
        return found is null ? null : QuoteMarks.Of(found, start, length);
    }

    /// <summary>One page or slide, from its top, with what runs over from the page before.</summary>
    public async Task<ShownPlace> PageAsync(Source source, int page, QuoteMarks? marks, CancellationToken ct)
    {
        var blocks = db.SourceBlocks.AsNoTracking().Where(b => b.SourceId == source.Id);
        var own = await blocks.Where(b => b.Page == page).OrderBy(b => b.Ordinal).ToListAsync(ct);
        var last = await blocks.Where(b => b.Page < page).OrderByDescending(b => b.Ordinal).FirstOrDefaultAsync(ct);
        if (last is not null && last.Block.Lines.Any(l => (l.Page ?? l.Slide) == page)) own.Insert(0, last);
        return new ShownPlace(
            Show(own, marks), marks?.On(page) ?? [], marks?.Quote,
            page > 1 ? $"/sources/{source.Id}/pages/{page - 1}" : null,
            page < source.Pages ? $"/sources/{source.Id}/pages/{page + 1}" : null);
    }

    /// <summary>A stretch of a document without pages.</summary>
    /// <param name="at">Ordinal of the first block shown; null opens at the quote, or at the beginning.</param>
    public async Task<ShownPlace> StretchAsync(Source source, int? at, QuoteMarks? marks, CancellationToken ct)
    {
        var first = Math.Max(0, at ?? (marks is { Blocks: [var quoted, ..] } ? quoted - Before : 0));
        var blocks = await db.SourceBlocks.AsNoTracking().Where(b => b.SourceId == source.Id && b.Ordinal >= first)
            .OrderBy(b => b.Ordinal).Take(Window + 1).ToListAsync(ct);
        return new ShownPlace(
            Show([.. blocks.Take(Window)], marks), [], marks?.Quote,
            first > 0 ? $"/sources/{source.Id}?at={Math.Max(0, first - Window)}" : null,
            blocks.Count > Window ? $"/sources/{source.Id}?at={first + Window}" : null);
    }

    private static List<ShownBlock> Show(IReadOnlyList<SourceBlock> blocks, QuoteMarks? marks)
    {
        var shown = new List<ShownBlock>();
        var levels = new Stack<int>();
        var opened = false;
        foreach (var block in blocks)
        {
            var spans = marks?.In(block.Ordinal, block.Block) ?? [];
            var next = ShownBlock.Of(block.Block, spans, opens: !opened && spans.Count > 0);
            shown.Add(next.Kind == BlockKind.Heading ? next with { Level = Nested(levels, next.Level) } : next);
            opened |= spans.Count > 0;
        }
        return shown;
    }

    // A page may begin in the middle of a chapter: its first heading is under the page's own, and none skips a level.
    private static int Nested(Stack<int> above, int level)
    {
        while (above.TryPeek(out var last) && last >= level) above.Pop();
        above.Push(level);
        return Math.Min(1 + above.Count, 4);
    }
}

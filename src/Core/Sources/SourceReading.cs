using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Sources;

/// <summary>A block with the place where it stands.</summary>
public sealed record PlacedBlock(int Ordinal, Block Block, Locator Locator);

/// <summary>Sources as people look at them.</summary>
public sealed class SourceReading(TutorDb db)
{
    public Task<Outcome<Page<Source>>> ListAsync(Guid courseId, string? cursor, CancellationToken ct) =>
        db.Sources.AsNoTracking().Where(s => s.CourseId == courseId).PageAsync(cursor, ct);

    public Task<Source?> FindAsync(Guid sourceId, CancellationToken ct) => db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sourceId, ct);

    /// <summary>The parsed text in reading order, each block under the headings it stands under; empty until the source is parsed.</summary>
    public async Task<IReadOnlyList<PlacedBlock>> TextAsync(Guid sourceId, CancellationToken ct)
    {
        var rows = await db.SourceBlocks.AsNoTracking().Where(b => b.SourceId == sourceId).OrderBy(b => b.Ordinal).ToListAsync(ct);
        var placed = new List<PlacedBlock>(rows.Count);
        var path = new List<(int Level, string Text)>();
        foreach (var row in rows)
        {
            if (row.Block.Kind == BlockKind.Heading) path.RemoveAll(h => h.Level >= row.Block.Level);
            placed.Add(new PlacedBlock(row.Ordinal, row.Block, Locator.Of(row.Block.Lines, [.. path.Select(h => h.Text)])));
            if (row.Block.Kind == BlockKind.Heading) path.Add((row.Block.Level, row.Block.Text));
        }
        return placed;
    }
}

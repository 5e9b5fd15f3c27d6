using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Memory;
using Tutor.Review;

namespace Tutor.Assessment;

/// <param name="Objectives">The module's, in order.</param>
public sealed record ItemPool(IReadOnlyList<PoolItem> Items, IReadOnlyList<Guid> Objectives);

/// <summary>The items of a module: as a publication has them, or as they are now.</summary>
public sealed class ItemPools
{
    private readonly BoundedMemory<(Guid Publication, Guid Module), ItemPool> _published = new(mostBytes: 32 << 20);

    /// <summary>From memory where it is known; which objective an item serves may have changed since.</summary>
    public async ValueTask<ItemPool> RememberedAsync(TutorDb db, Guid publicationId, Guid moduleId, CancellationToken ct)
    {
        var key = (publicationId, moduleId);
        if (_published.TryGet(key, out var known)) return known;
        var pool = await PublishedAsync(db, publicationId, moduleId, ct);
        _published.Put(key, pool, 500 + pool.Items.Sum(i => 1000L + (2L * i.Body.Stem.Length) + i.Body.Choices.Sum(c => 300L + (4L * c.Text.Length)) + i.Body.Citations.Sum(c => 400L + (2L * c.Quote.Length))));
        return pool;
    }

    public static async Task<ItemPool> PublishedAsync(TutorDb db, Guid publicationId, Guid moduleId, CancellationToken ct)
    {
        var pinned = db.Set<PublishedRevision>().Where(r => r.PublicationId == publicationId && r.ModuleId == moduleId);
        var objectives = await pinned.Where(r => r.Kind == ReviewableKind.Objective).OrderBy(r => r.Position).ThenBy(r => r.ReviewableId).Select(r => r.ReviewableId).ToListAsync(ct);
        var items = await pinned.Where(r => r.Kind == ReviewableKind.Item)
            .Join(db.Reviewables, p => p.ReviewableId, r => r.Id, (p, r) => new { r.Id, p.RevisionId, r.ObjectiveId, p.Position, p.Revision!.Body }).ToListAsync(ct);
        return new ItemPool([.. items.Select(i => new PoolItem(i.Id, i.RevisionId, i.ObjectiveId, i.Position, RevisionBodies.Read<ItemBody>(i.Body)))], objectives);
    }

    public static async Task<ItemPool> WorkingAsync(TutorDb db, Guid moduleId, CancellationToken ct)
    {
        var drafts = (await db.Reviewables.Where(r => r.ModuleId == moduleId && r.Kind != ReviewableKind.Lesson).Drafts(db).ToListAsync(ct)).FindAll(d => d.IsSound);
        var objectives = drafts.Where(d => d.Kind == ReviewableKind.Objective).OrderBy(d => d.Position).ThenBy(d => d.Id).Select(d => d.Id).ToList();
        var items = drafts.FindAll(d => d.Kind == ReviewableKind.Item && (d.ObjectiveId is not { } o || objectives.Contains(o)));
        var revisionIds = items.Select(i => i.RevisionId).ToList();
        var bodies = await db.Revisions.Where(r => revisionIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Body, ct);
        return new ItemPool([.. items.Select(i => new PoolItem(i.Id, i.RevisionId, i.ObjectiveId, i.Position, RevisionBodies.Read<ItemBody>(bodies[i.RevisionId])))], objectives);
    }
}

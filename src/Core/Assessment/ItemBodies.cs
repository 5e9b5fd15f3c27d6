using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Memory;
using Tutor.Review;

namespace Tutor.Assessment;

/// <summary>What items say, by revision: a revision never changes, so those in use are held in memory.</summary>
public sealed class ItemBodies
{
    private readonly BoundedMemory<Guid, ItemBody> _bodies = new(mostBytes: 32 << 20);

    /// <returns>A body for each id; one without a row is missing.</returns>
    public async Task<IReadOnlyDictionary<Guid, ItemBody>> OfAsync(TutorDb db, IEnumerable<Guid> revisionIds, CancellationToken ct)
    {
        var found = new Dictionary<Guid, ItemBody>();
        var missing = new List<Guid>();
        foreach (var id in revisionIds)
            if (_bodies.TryGet(id, out var body)) found[id] = body;
            else missing.Add(id);
        if (missing.Count == 0) return found;
        foreach (var (id, json) in await db.Revisions.Where(r => missing.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Body, ct))
        {
            found[id] = RevisionBodies.Read<ItemBody>(json);
            // The texts, and the objects around them.
            _bodies.Put(id, found[id], 500 + (3L * json.Length));
        }
        return found;
    }
}

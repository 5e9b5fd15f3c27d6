using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Sources;

namespace Tutor.Retrieval;

/// <summary>Finds passages inside one course, exactly: from memory, or by PostgreSQL where a course is too large for that.</summary>
public sealed class PassageSearch(TutorDb db, CourseIndexCache cache, ReferenceSearch reference)
{
    /// <summary>Larger courses would push all others out of memory.</summary>
    internal const int MostChunksInMemory = 50_000;

    /// <summary>
    /// The <paramref name="take"/> best passages, best first, or all where the course has fewer. What shares nothing with the query comes
    /// last, in the order of the course. Only of sources that are ready.
    /// </summary>
    public async Task<IReadOnlyList<Passage>> SearchAsync(Guid courseId, string query, int take, CancellationToken ct)
    {
        // A source deleted between the ranking and the reading of its text leaves a gap: then the course has a new version, and once more suffices.
        var passages = await OnceAsync(courseId, query, take, ct);
        var found = passages.Complete ? passages.Found : (await OnceAsync(courseId, query, take, ct)).Found;
        if (found.DistinctBy(p => p.Chunk.Text).Count() == found.Count) return found;
        // The same chapter was uploaded twice: each passage once, and what there is more of the same behind the others.
        return [.. OnceEach((await OnceAsync(courseId, query, 2 * take, ct)).Found).Take(take)];
    }

    /// <summary>What the course has for each of these texts; null where it is not held in memory, since nothing is counted then.</summary>
    public async Task<IReadOnlyList<QueryEvidence>?> WeighAsync(Guid courseId, IReadOnlyList<string> texts, CancellationToken ct)
    {
        if (await SizeAsync(courseId, ct) is not { } course || course.Chunks > MostChunksInMemory) return null;
        var index = await cache.GetAsync(courseId, course.Version, ct);
        var evidence = new List<QueryEvidence>();
        foreach (var text in texts) evidence.Add(await index.WeighAsync(text, ct));
        return evidence;
    }

    private static IEnumerable<Passage> OnceEach(IReadOnlyList<Passage> passages)
    {
        var first = passages.DistinctBy(p => p.Chunk.Text).ToList();
        return first.Concat(passages.Except(first));
    }

    private async Task<(IReadOnlyList<Passage> Found, bool Complete)> OnceAsync(Guid courseId, string query, int take, CancellationToken ct)
    {
        var hits = await HitsAsync(courseId, query, take, ct);
        var ids = hits.Select(h => h.ChunkId).ToList();
        var chunks = await db.Chunks.AsNoTracking().Where(c => c.CourseId == courseId && ids.Contains(c.Id))
            .Join(db.Sources.Where(s => s.State == SourceState.Ready), c => c.SourceId, s => s.Id, (chunk, source) => new { chunk, source.Name })
            .ToDictionaryAsync(c => c.chunk.Id, ct);
        var found = hits.Where(h => chunks.ContainsKey(h.ChunkId)).Select(h => new Passage(chunks[h.ChunkId].chunk, chunks[h.ChunkId].Name, h.Score)).ToList();
        return (found, found.Count == hits.Count);
    }

    private async Task<IReadOnlyList<Hit>> HitsAsync(Guid courseId, string query, int take, CancellationToken ct)
    {
        if (await SizeAsync(courseId, ct) is not { } course) return [];
        if (course.Chunks > MostChunksInMemory) return await reference.SearchAsync(courseId, query, take, ct);
        var index = await cache.GetAsync(courseId, course.Version, ct);
        return await index.SearchAsync(query, take, ct);
    }

    private Task<CourseSize?> SizeAsync(Guid courseId, CancellationToken ct) => db.Courses.Where(c => c.Id == courseId)
        .Select(c => new CourseSize(c.ContentVersion, db.Sources.Where(s => s.CourseId == c.Id && s.State == SourceState.Ready).Sum(s => s.ChunkCount)))
        .SingleOrDefaultAsync(ct);

    private sealed record CourseSize(long Version, int Chunks);
}

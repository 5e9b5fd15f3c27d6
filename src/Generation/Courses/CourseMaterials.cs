using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Courses;

/// <summary>
/// Reads a course's material and keeps the last few in memory, each good for one content version: writing a whole course asks for the same facts for every module.
/// </summary>
public sealed class CourseMaterials(IDbContextFactory<TutorDb> contexts, Lexicon lexicon) : IDisposable
{
    /// <summary>A book of 240,000 words takes some 60 MB with its facts.</summary>
    private const int Kept = 2;

    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly LinkedList<CourseMaterial> _kept = new();

    public async Task<CourseMaterial> GetAsync(Guid courseId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var version = await db.Courses.Where(c => c.Id == courseId).Select(c => c.ContentVersion).SingleAsync(ct);
        await _loading.WaitAsync(ct);
        try
        {
            if (_kept.FirstOrDefault(m => m.CourseId == courseId && m.Version == version) is { } held) return held;
            var material = await ReadAsync(db, courseId, version, ct);
            foreach (var old in _kept.Where(m => m.CourseId == courseId).ToList()) _kept.Remove(old);
            _kept.AddFirst(material);
            if (_kept.Count > Kept) _kept.RemoveLast();
            return material;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<CourseMaterial> ReadAsync(TutorDb db, Guid courseId, long version, CancellationToken ct)
    {
        var sources = await db.Sources.AsNoTracking().Where(s => s.CourseId == courseId && s.State == SourceState.Ready).ToListAsync(ct);
        var order = sources.OrderBy(s => s.Name, NaturalOrder.Instance).ThenBy(s => s.Id).Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        var chunks = await db.Chunks.AsNoTracking().Where(c => c.CourseId == courseId).ToListAsync(ct);
        IReadOnlyList<Chunk> ordered = [.. chunks.Where(c => order.ContainsKey(c.SourceId)).OrderBy(c => order[c.SourceId]).ThenBy(c => c.Ordinal)];
        var facts = await Task.Run(() => FactTable.From(ordered, lexicon), ct);
        return new CourseMaterial(courseId, version, ordered, sources.ToDictionary(s => s.Id, s => s.Name), facts);
    }

    public void Dispose() => _loading.Dispose();
}

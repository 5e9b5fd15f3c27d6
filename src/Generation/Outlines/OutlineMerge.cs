using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Outlines;

/// <summary>Brings a new proposal together with the modules a course has. Runs inside the caller's transaction.</summary>
internal sealed class OutlineMerge
{
    private readonly TutorDb _db;
    private readonly Guid _courseId;
    private readonly List<Module> _kept, _untouched;

    private OutlineMerge(TutorDb db, Guid courseId, List<Module> kept, List<Module> untouched) =>
        (_db, _courseId, _kept, _untouched) = (db, courseId, kept, untouched);

    public static async Task<OutlineMerge> ReadAsync(TutorDb db, Guid courseId, CancellationToken ct)
    {
        var modules = await db.Modules.Where(m => m.CourseId == courseId).OrderBy(m => m.Position).ToListAsync(ct);
        var touched = await db.Modules.Where(m => m.CourseId == courseId)
            .Where(m => m.State != ModuleState.Proposed
                || db.Set<PublishedModule>().Any(p => p.ModuleId == m.Id)
                || db.Quizzes.Any(q => q.ModuleId == m.Id)
                || db.Reviewables.Any(r => r.ModuleId == m.Id && r.State != ReviewState.Proposed))
            .Select(m => m.Id).ToHashSetAsync(ct);
        return new OutlineMerge(db, courseId, [.. modules.Where(m => touched.Contains(m.Id))], [.. modules.Where(m => !touched.Contains(m.Id))]);
    }

    /// <returns>The modules that are new.</returns>
    public async Task<IReadOnlyList<Module>> ApplyAsync(OutlineContent outline, DateTimeOffset now, CancellationToken ct)
    {
        var covered = _kept.SelectMany(m => m.ChunkIds).ToHashSet();
        // A module that was kept is there, even where somebody has since given it other passages.
        var wanted = outline.Modules
            .Where(m => m.ChunkIds.Count(covered.Contains) * 2 < m.ChunkIds.Count)
            .Select(m => (Id: IdOf(m), Proposal: m))
            .Where(m => _kept.TrueForAll(k => k.Id != m.Id)).ToList();
        await RemoveAsync([.. _untouched.Select(m => m.Id).Except(wanted.Select(m => m.Id))], ct);
        var position = 0;
        foreach (var module in _kept.Where(m => m.State != ModuleState.Removed)) module.Position = position++;

        var added = new List<Module>();
        foreach (var (id, proposed) in wanted)
        {
            if (_untouched.Find(m => m.Id == id) is { } same) same.Position = position++;
            else added.Add(Add(id, proposed, position++, now));
        }
        return added;
    }

    // The same proposal is the same module: making the outline again changes nothing where the material is the same.
    private Guid IdOf(ProposedModule proposed) => NamedGuid.Create(_courseId, $"module {proposed.Title} {string.Join(',', proposed.ChunkIds)}");

    private Module Add(Guid id, ProposedModule proposed, int position, DateTimeOffset now)
    {
        var module = new Module { Id = id, CourseId = _courseId, Position = position, Title = proposed.Title, Part = proposed.Part, ChunkIds = proposed.ChunkIds, CreatedAt = now };
        _db.Modules.Add(module);
        for (var i = 0; i < proposed.Objectives.Count; i++)
        {
            var (body, checks, writer) = proposed.Objectives[i];
            _db.Reviewables.Add(Drafting.NewReviewable(module, ReviewableKind.Objective, NamedGuid.Create(id, "objective " + body.Text), null, i, body, checks, now, writer));
        }
        return module;
    }

    private async Task RemoveAsync(IReadOnlyList<Guid> modules, CancellationToken ct)
    {
        var reviewables = _db.Reviewables.Where(r => modules.Contains(r.ModuleId)).Select(r => r.Id);
        await _db.Generations.Where(g => g.ModuleId != null && modules.Contains(g.ModuleId.Value)).ExecuteDeleteAsync(ct);
        await _db.Revisions.Where(r => reviewables.Contains(r.ReviewableId)).ExecuteDeleteAsync(ct);
        await _db.Reviewables.Where(r => modules.Contains(r.ModuleId)).ExecuteDeleteAsync(ct);
        await _db.Modules.Where(m => modules.Contains(m.Id)).ExecuteDeleteAsync(ct);
    }
}

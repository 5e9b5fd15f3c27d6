using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Courses;

/// <param name="State">Null where it is shown as published.</param>
/// <param name="Items">How many items staff find, or the publication holds.</param>
/// <param name="HasLesson">False while none is written or published.</param>
public sealed record OutlineModule(
    Guid Id, string Title, string Part, int Position, ModuleState? State, IReadOnlyList<OutlineObjective> Objectives, int Items, bool HasLesson);

/// <param name="State">Null where it is shown as published.</param>
public sealed record OutlineObjective(Guid Id, int Position, ObjectiveBody Body, ReviewState? State, IReadOnlyList<CheckResult> Checks);

/// <summary>A course's modules and objectives: as staff work on them, or as a publication has them.</summary>
public sealed class Outline(TutorDb db, CourseMemory memory)
{
    /// <summary>What the seat shows: staff the outline they work on, learners the publication.</summary>
    public Task<IReadOnlyList<OutlineModule>> ForAsync(CourseSeat seat, CancellationToken ct) => seat switch
    {
        { IsStaff: true } => WorkingAsync(seat.CourseId, ct),
        { PublicationId: { } publication } => PublishedAsync(publication, ct),
        _ => Task.FromResult<IReadOnlyList<OutlineModule>>([]),
    };

    /// <summary>Everything that is proposed, accepted or edited.</summary>
    public async Task<IReadOnlyList<OutlineModule>> WorkingAsync(Guid courseId, CancellationToken ct)
    {
        var modules = await db.Modules.AsNoTracking().Where(m => m.CourseId == courseId && m.State != ModuleState.Removed)
            .OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct);
        var live = db.Reviewables.Where(r => r.CourseId == courseId && r.State != ReviewState.Rejected);
        var objectives = (await live.Where(r => r.Kind == ReviewableKind.Objective).OrderBy(r => r.Position).ThenBy(r => r.Id)
            .Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => new { r.Id, r.ModuleId, r.Position, r.State, v.Body, v.Checks }).ToListAsync(ct)).ToLookup(o => o.ModuleId);
        var counts = (await live.GroupBy(r => new { r.ModuleId, r.Kind }).Select(g => new { g.Key.ModuleId, g.Key.Kind, Count = g.Count() }).ToListAsync(ct))
            .ToDictionary(c => (c.ModuleId, c.Kind), c => c.Count);
        return [.. modules.Select(m => new OutlineModule(
            m.Id, m.Title, m.Part, m.Position, m.State,
            [.. objectives[m.Id].Select(o => new OutlineObjective(o.Id, o.Position, RevisionBodies.Read<ObjectiveBody>(o.Body), o.State, o.Checks))],
            counts.GetValueOrDefault((m.Id, ReviewableKind.Item)),
            counts.ContainsKey((m.Id, ReviewableKind.Lesson))))];
    }

    public async Task<IReadOnlyList<OutlineModule>> PublishedAsync(Guid publicationId, CancellationToken ct)
    {
        if (memory.Outlines.TryGet(publicationId, out var known)) return known;
        var outline = await ReadAsync(publicationId, ct);
        // Two bytes a character, and about as much again for the rows and the citations behind each objective.
        if (outline.Count > 0) memory.Outlines.Put(publicationId, outline, outline.Sum(m => 300L + m.Objectives.Sum(o => 300L + (2L * o.Body.Text.Length) + o.Body.Citations.Sum(c => 400L + (2L * c.Quote.Length)))));
        return outline;
    }

    private async Task<IReadOnlyList<OutlineModule>> ReadAsync(Guid publicationId, CancellationToken ct)
    {
        var modules = await db.Set<PublishedModule>().AsNoTracking().Where(m => m.PublicationId == publicationId).OrderBy(m => m.Position).ToListAsync(ct);
        var pinned = db.Set<PublishedRevision>().Where(r => r.PublicationId == publicationId);
        var objectives = (await pinned.Where(r => r.Kind == ReviewableKind.Objective).OrderBy(r => r.Position).ThenBy(r => r.ReviewableId)
            .Select(r => new { r.ReviewableId, r.ModuleId, r.Position, r.Revision!.Body }).ToListAsync(ct)).ToLookup(o => o.ModuleId);
        var counts = (await pinned.GroupBy(r => new { r.ModuleId, r.Kind }).Select(g => new { g.Key.ModuleId, g.Key.Kind, Count = g.Count() }).ToListAsync(ct))
            .ToDictionary(c => (c.ModuleId, c.Kind), c => c.Count);
        return [.. modules.Select(m => new OutlineModule(
            m.ModuleId, m.Title, m.Part, m.Position, null,
            [.. objectives[m.ModuleId].Select(o => new OutlineObjective(o.ReviewableId, o.Position, RevisionBodies.Read<ObjectiveBody>(o.Body), null, []))],
            counts.GetValueOrDefault((m.ModuleId, ReviewableKind.Item)),
            counts.ContainsKey((m.ModuleId, ReviewableKind.Lesson))))];
    }
}

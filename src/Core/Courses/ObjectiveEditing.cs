using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Courses;

/// <summary>Instructors' work on objectives. The text of one that is there is edited by a decision, like everything that was generated.</summary>
public sealed class ObjectiveEditing(TutorDb db, EditedBodies bodies, EvidenceFinder evidence, Reviewing reviewing, IEnumerable<CheckDraft> checks, TimeProvider clock)
{
    public const int MaxObjectives = 50;

    /// <summary>An objective a person wrote is accepted; it passes the same checks as a generated one. Where no passage is named, the nearest of the module's is cited.</summary>
    public async Task<Outcome<Reviewable>> AddAsync(Guid courseId, Guid moduleId, ObjectiveEdit edit, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await LockAsync(courseId, moduleId, ct)) return CourseRefusals.NoSuch(CourseThing.Module);
        var objectives = await OfAsync(moduleId, ct);
        if (objectives.Count >= MaxObjectives) return new Refusal(RefusalKind.Conflict, "too-many-objectives", "The module has too many objectives", $"A module may have {MaxObjectives}. Remove one, or make another module.");
        if (!(await bodies.ObjectiveAsync(courseId, null, edit, ct)).Succeeded(out var body, out var refusal)) return refusal;
        if (edit.Citations is not { Count: > 0 }) body = await CitedAsync(courseId, moduleId, (ObjectiveBody)body, ct);
        var (id, revisionId, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), clock.Now());
        var objective = new Reviewable
        {
            Id = id,
            CourseId = courseId,
            ModuleId = moduleId,
            Kind = ReviewableKind.Objective,
            Position = objectives.Count == 0 ? 0 : objectives[^1].Position + 1,
            State = ReviewState.Accepted,
            RevisionId = revisionId,
            CreatedAt = now,
        };
        var results = await Reviewing.CheckAsync(checks, objective, body, ct);
        if (results.Where(r => !r.Passed).ToList() is { Count: > 0 } failed) return ReviewRefusals.FailsChecks(failed);
        objective.Revisions.Add(new Revision
        {
            Id = revisionId, ReviewableId = id, Number = 1, Body = RevisionBodies.Write(body), Writer = Reviewing.Person, Checks = results, AuthorId = userId, CreatedAt = now,
        });
        db.Reviewables.Add(objective);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return objective;
    }

    /// <summary>Changes text, level or citations by an edit, and the place in the module, from 0.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid courseId, Guid objectiveId, ObjectiveEdit edit, int? position, Guid userId, CancellationToken ct)
    {
        if (position < 0) return PositionFromZero();
        if (edit != new ObjectiveEdit())
        {
            var content = System.Text.Json.JsonSerializer.SerializeToElement(edit, JsonColumn.Options);
            var edited = await reviewing.DecideAsync(objectiveId, new NewDecision("edit", Content: content), userId, ct);
            if (edited.Refusal is { } refusal) return refusal;
        }
        if (position is { } place) await MoveAsync(courseId, objectiveId, place, ct);
        return Done.It;
    }

    /// <summary>Takes an objective out of the outline: a rejection, so that it can come back.</summary>
    public Task<Outcome<Decision>> RemoveAsync(Guid objectiveId, Guid userId, CancellationToken ct) =>
        reviewing.DecideAsync(objectiveId, new NewDecision("reject", "Taken out of the outline."), userId, ct);

    private async Task<ObjectiveBody> CitedAsync(Guid courseId, Guid moduleId, ObjectiveBody body, CancellationToken ct)
    {
        var chunks = await db.Modules.Where(m => m.Id == moduleId).Select(m => m.ChunkIds).SingleAsync(ct);
        return await evidence.FindAsync(courseId, chunks, body.Text, ct) is { } citation ? body with { Citations = [citation] } : body;
    }

    private async Task MoveAsync(Guid courseId, Guid objectiveId, int position, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var moduleId = await db.Reviewables.Where(r => r.Id == objectiveId).Select(r => r.ModuleId).SingleAsync(ct);
        await LockAsync(courseId, moduleId, ct);
        var objectives = await OfAsync(moduleId, ct);
        if (objectives.Find(o => o.Id == objectiveId) is not { } moved) return;
        objectives.Remove(moved);
        objectives.Insert(Math.Min(position, objectives.Count), moved);
        for (var i = 0; i < objectives.Count; i++) objectives[i].Position = i;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private Task<List<Reviewable>> OfAsync(Guid moduleId, CancellationToken ct) => db.Reviewables
        .Where(r => r.ModuleId == moduleId && r.Kind == ReviewableKind.Objective && r.State != ReviewState.Rejected)
        .OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);

    private Task<bool> LockAsync(Guid courseId, Guid moduleId, CancellationToken ct) => db.Modules
        .FromSql($"select * from modules where id = {moduleId} and course_id = {courseId} for update").AsNoTracking().AnyAsync(ct);

    private static Refusal PositionFromZero()
    {
        var inputs = new Inputs();
        inputs.Add("position", "A position counts from 0.");
        return inputs.Refusal!;
    }
}

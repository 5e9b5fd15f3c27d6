using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Checks;

/// <summary>The checks a draft has passed, for an edit by a person to pass as well.</summary>
public sealed class EditChecks(CourseMaterials materials, IDbContextFactory<TutorDb> contexts)
{
    public async Task<IReadOnlyList<CheckResult>> CheckAsync(Reviewable reviewable, object body, CancellationToken ct)
    {
        if (body is ObjectiveBody objective) return ObjectiveChecks.Check(objective, await OthersAsync(reviewable, ct));
        var material = await materials.GetAsync(reviewable.CourseId, ct);
        return body switch
        {
            ItemBody item => material.ItemChecks.Check(item),
            LessonBody lesson => await CheckAsync(lesson, reviewable, material, ct),
            _ => [],
        };
    }

    private async Task<IReadOnlyList<CheckResult>> CheckAsync(LessonBody lesson, Reviewable reviewable, CourseMaterial material, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var module = await db.Modules.AsNoTracking().SingleAsync(m => m.Id == reviewable.ModuleId, ct);
        var objectives = await Objectives(db, reviewable).Select(r => r.Id).ToListAsync(ct);
        var support = new SupportCheck(new WordWeights(material.Chunks.Select(c => c.Text)));
        return new LessonChecks(support, material.ChunksOf(module).ToDictionary(c => c.Id)).Check(lesson, objectives);
    }

    private async Task<IReadOnlyList<ObjectiveBody>> OthersAsync(Reviewable objective, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var bodies = await Objectives(db, objective).Where(r => r.Id != objective.Id).Join(db.Revisions, r => r.RevisionId, v => v.Id, (_, v) => v.Body).ToListAsync(ct);
        return [.. bodies.Select(RevisionBodies.Read<ObjectiveBody>)];
    }

    private static IQueryable<Reviewable> Objectives(TutorDb db, Reviewable of) =>
        db.Reviewables.Where(r => r.ModuleId == of.ModuleId && r.Kind == ReviewableKind.Objective && r.State != ReviewState.Rejected);
}

using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Work;

namespace Tutor.Web;

/// <summary>Reads the state of what is being written.</summary>
public sealed class WorkReader(TutorDb db)
{
    public Task<WorkView> OfCourseAsync(Guid courseId, CancellationToken ct) =>
        ReadAsync(db.Generations.Where(g => g.CourseId == courseId), g => g.Kind == GenerationKind.Outline, $"/teach/{courseId}/outline?handler=Work", ct);

    public Task<WorkView> OfModuleAsync(Guid moduleId, CancellationToken ct) =>
        ReadAsync(db.Generations.Where(g => g.ModuleId == moduleId), _ => true, $"/teach/modules/{moduleId}?handler=Work", ct);

    private static async Task<WorkView> ReadAsync(IQueryable<Generation> all, Func<Generation, bool> tellsFailure, string url, CancellationToken ct)
    {
        var busy = await all.AsNoTracking().Where(g => g.State == WorkState.Queued || g.State == WorkState.Running).ToListAsync(ct);
        var newest = await all.AsNoTracking().OrderByDescending(g => g.CreatedAt).Take(10).ToListAsync(ct);
        var failed = newest.Where(tellsFailure).GroupBy(g => g.Kind).Select(g => g.First()).FirstOrDefault(g => g.State == WorkState.Failed);
        return new WorkView(url, [.. busy.Select(g => g.Kind)], busy.Count == 0 ? 1 : busy.Average(g => g.Progress), failed?.Failure);
    }
}

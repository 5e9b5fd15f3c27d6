using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Web;

/// <summary>Reads the state of what is being written.</summary>
public sealed class WorkReader(TutorDb db)
{
    public Task<WorkView> OfCourseAsync(Guid courseId, CancellationToken ct)
    {
        var all = db.Generations.AsNoTracking().Where(g => g.CourseId == courseId);
        return ReadAsync(all, all.Where(g => g.Kind == GenerationKind.Outline), $"/teach/{courseId}/outline?handler=Work", ct);
    }

    public Task<WorkView> OfModuleAsync(Guid moduleId, CancellationToken ct)
    {
        var all = db.Generations.AsNoTracking().Where(g => g.ModuleId == moduleId);
        return ReadAsync(all, all, $"/teach/modules/{moduleId}?handler=Work", ct);
    }

    /// <param name="told">Those whose end the page tells of; the others have pages of their own.</param>
    private static async Task<WorkView> ReadAsync(IQueryable<Generation> all, IQueryable<Generation> told, string url, CancellationToken ct)
    {
        var busy = await all.Where(g => g.State == WorkState.Queued || g.State == WorkState.Running).ToListAsync(ct);
        var newest = (await told.OrderByDescending(g => g.CreatedAt).Take(10).ToListAsync(ct)).GroupBy(g => g.Kind).Select(g => g.First()).ToList();
        return new WorkView(
            url, [.. busy.Select(g => g.Kind)], busy.Count == 0 ? 1 : busy.Average(g => g.Progress),
            [.. newest.Where(g => g.State == WorkState.Failed).OrderBy(g => g.Kind).Select(g => g.Failure).OfType<Failure>().DistinctBy(f => f.Code)],
            newest.Find(g => g is { Kind: GenerationKind.Outline, State: WorkState.Ready })?.Notice);
    }
}

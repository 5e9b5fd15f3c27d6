using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Work;

namespace Tutor.Jobs;

/// <summary>Asks for something to be written. The same request while one is under way is that one.</summary>
public sealed class GenerationRequests(IDbContextFactory<TutorDb> contexts, TimeProvider clock)
{
    public Task<Generation> OutlineAsync(Guid courseId, Guid? userId, CancellationToken ct) =>
        RequestAsync(courseId, null, GenerationKind.Outline, null, userId, ct);

    public Task<Generation> LessonAsync(Guid courseId, Guid moduleId, Guid? userId, CancellationToken ct) =>
        RequestAsync(courseId, moduleId, GenerationKind.Lesson, null, userId, ct);

    /// <param name="count">Items the module's pool shall have; null leaves it to the writer.</param>
    public Task<Generation> ItemsAsync(Guid courseId, Guid moduleId, int? count, Guid? userId, CancellationToken ct) =>
        RequestAsync(courseId, moduleId, GenerationKind.Items, count, userId, ct);

    private async Task<Generation> RequestAsync(Guid courseId, Guid? moduleId, GenerationKind kind, int? count, Guid? userId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({courseId.ToString()}, 1))", ct);
        var underWay = await db.Generations.AsNoTracking().FirstOrDefaultAsync(g =>
            g.CourseId == courseId && g.ModuleId == moduleId && g.Kind == kind && g.Count == count && (g.State == WorkState.Queued || g.State == WorkState.Running), ct);
        if (underWay is not null) return underWay;
        var generation = New(courseId, moduleId, kind, count, userId, clock.GetUtcNow());
        db.Generations.Add(generation);
        await db.SaveChangesAsync(ct);
        await NotifyAsync(db, generation, ct);
        await transaction.CommitAsync(ct);
        return generation;
    }

    internal static Generation New(Guid courseId, Guid? moduleId, GenerationKind kind, int? count, Guid? userId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        CourseId = courseId,
        ModuleId = moduleId,
        Kind = kind,
        Count = count,
        RequestedById = userId,
        CreatedAt = now,
    };

    internal static async Task NotifyAsync(TutorDb db, Generation generation, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(CourseEvents.Notify(GenerationQueue.Event, generation.CourseId, generation.Id), ct);
        await db.Database.ExecuteSqlRawAsync(CourseEvents.Notify(CourseEvents.WorkKind, generation.CourseId, generation.Id), ct);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Jobs;

/// <summary>Outlines, lessons and items that wait to be written.</summary>
public sealed class GenerationQueue(IDbContextFactory<TutorDb> contexts, WorkOptions options) : ClaimQueue<Generation>(contexts, options)
{
    private readonly IDbContextFactory<TutorDb> _contexts = contexts;

    public const string TableName = "generations";
    public const string Event = "generation";

    protected override string Table => TableName;
    protected override string EventKind => Event;
    protected override string FirstState => nameof(WorkState.Running);
    protected override string BusyStates => "'Running'";
    private static readonly Failure s_cancelled = new("cancelled", "Somebody stopped it.", "Start it again where it is wanted after all.");

    /// <summary>Ends what waits or is being written. The fence moves on, so that whoever writes it can keep nothing of it.</summary>
    /// <returns>False where it was over already.</returns>
    public async Task<bool> CancelAsync(Guid id, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var courses = await db.Database.SqlQueryRaw<Guid>(
            "update generations set state = 'Failed', failure = {1}::jsonb, fence = fence + 1, lease_until = null where id = {0} and state in ('Queued', 'Running') returning course_id as \"Value\"",
            id, JsonSerializer.Serialize(s_cancelled, JsonColumn.Options)).ToListAsync(ct);
        foreach (var course in courses) await db.Database.ExecuteSqlRawAsync(CourseEvents.Notify(Event, course, id), ct);
        return courses.Count > 0;
    }

    /// <summary>True while nobody else has the claim and nobody has stopped it.</summary>
    public async Task<bool> IsHeldAsync(Generation claim, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        return await db.Generations.AnyAsync(g => g.Id == claim.Id && g.Fence == claim.Fence, ct);
    }

    protected override Failure Lost { get; } = new(
        "writer-stopped", "Writing this stopped the writer twice.", "Start it again; if it fails again, tell whoever runs this server.");
}

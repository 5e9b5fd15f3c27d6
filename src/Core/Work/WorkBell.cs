using Microsoft.Extensions.Hosting;

namespace Tutor.Work;

/// <summary>Starts work the moment it is queued by any process. The clock is the safety net: whatever the bell misses is found at the next tick.</summary>
public sealed class WorkBell(CourseEvents events, IEnumerable<IWorker> workers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in events.ReadAsync(null, stoppingToken))
            if (change.Kind == CourseEvents.WorkKind)
                foreach (var worker in workers)
                    _ = Task.Run(() => worker.RunDueAsync(stoppingToken), CancellationToken.None);
    }
}

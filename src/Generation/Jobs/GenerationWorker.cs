using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Tutor.Items;
using Tutor.Lessons;
using Tutor.Outlines;
using Tutor.Work;

namespace Tutor.Jobs;

/// <summary>Claims what was asked for and has it written.</summary>
public sealed class GenerationWorker(
    GenerationQueue queue, OutlineGenerator outlines, LessonGenerator lessons, ItemGenerator items, CourseEvents events,
    LeaseKeeper lease, WorkOptions options, IHostApplicationLifetime lifetime, ILogger<GenerationWorker> log)
    : ClaimWorker<Generation>(queue, lease, GenerationQueue.TableName, options, lifetime, log)
{
    private readonly GenerationQueue _queue = queue;

    protected override async Task DoAsync(Generation claim, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = StopWhenCancelledAsync(claim, over);
        try
        {
            await WriteAsync(claim, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new LeaseLostException();
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }
    }

    /// <summary>Hears at once what the lease would tell after a while: that somebody has stopped the work.</summary>
    private async Task StopWhenCancelledAsync(Generation claim, CancellationTokenSource over)
    {
        await foreach (var change in events.ReadAsync(claim.CourseId, over.Token))
            if (change.Id == claim.Id && !over.IsCancellationRequested && !await _queue.IsHeldAsync(claim, CancellationToken.None)) await over.CancelAsync();
    }

    private Task WriteAsync(Generation claim, CancellationToken ct) => claim.Kind switch
    {
        GenerationKind.Outline => outlines.WriteAsync(claim, ct),
        GenerationKind.Lesson => lessons.WriteAsync(claim, ct),
        _ => items.WriteAsync(claim, ct),
    };
}

/// <summary>Quartz is the clock; what is due is a question to our own table.</summary>
public sealed class GenerateJob(GenerationWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await worker.RunDueAsync(cancellationToken);
}

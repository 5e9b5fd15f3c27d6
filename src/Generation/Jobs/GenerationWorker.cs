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
    GenerationQueue queue, OutlineGenerator outlines, LessonGenerator lessons, ItemGenerator items,
    LeaseKeeper lease, WorkOptions options, IHostApplicationLifetime lifetime, ILogger<GenerationWorker> log)
    : ClaimWorker<Generation>(queue, lease, GenerationQueue.TableName, options, lifetime, log)
{
    protected override Task DoAsync(Generation claim, CancellationToken ct) => claim.Kind switch
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

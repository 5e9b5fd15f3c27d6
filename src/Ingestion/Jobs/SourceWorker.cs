using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Jobs;

/// <summary>Claims due sources and has them ingested.</summary>
public sealed class SourceWorker(SourceQueue queue, SourceIngestor ingestor, LeaseKeeper lease, WorkOptions options, IHostApplicationLifetime lifetime, ILogger<SourceWorker> log)
    : ClaimWorker<Source>(queue, lease, SourceQueue.TableName, options, lifetime, log)
{
    protected override Task DoAsync(Source claim, CancellationToken ct) => ingestor.IngestAsync(claim, ct);
}

/// <summary>Quartz is the clock; what is due is a question to our own table.</summary>
public sealed class IngestSourcesJob(SourceWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await worker.RunDueAsync(cancellationToken);
}

using Microsoft.Extensions.Hosting;
using Quartz;
using Tutor.Retrieval.Embedding;

namespace Tutor.Jobs;

/// <summary>Now and then looks whether courses have the vectors they should have. One at a time in a process; a call too many ends at once.</summary>
public sealed class VectorWorker(EmbeddingUpkeep upkeep, IHostApplicationLifetime lifetime) : IDisposable
{
    private readonly SemaphoreSlim _slot = new(1, 1);

    public async Task RunDueAsync(CancellationToken ct)
    {
        if (!await _slot.WaitAsync(0, ct)) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        try
        {
            await upkeep.RunAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is written stays; whoever comes next goes on from there.
        }
        finally
        {
            _slot.Release();
        }
    }

    public void Dispose() => _slot.Dispose();
}

/// <summary>Quartz is the clock.</summary>
public sealed class KeepVectorsJob(VectorWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await worker.RunDueAsync(cancellationToken);
}

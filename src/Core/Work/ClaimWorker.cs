using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tutor.Sources;

namespace Tutor.Work;

/// <summary>Something that works off a queue when the clock or the bell asks it to.</summary>
public interface IWorker
{
    /// <summary>Works until nothing is due; a call too many ends at once.</summary>
    Task RunDueAsync(CancellationToken ct);
}

/// <summary>Claims due work and does it. Every outcome has a name: ready, refused, tried later, handed back, or taken over.</summary>
public abstract class ClaimWorker<T>(ClaimQueue<T> queue, LeaseKeeper lease, string table, WorkOptions options, IHostApplicationLifetime lifetime, ILogger log) : IWorker, IDisposable
    where T : class, ILeased
{
    private readonly SemaphoreSlim _slots = new(options.Concurrency, options.Concurrency);

    public async Task RunDueAsync(CancellationToken ct)
    {
        if (!await _slots.WaitAsync(0, ct)) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        try
        {
            while (!stop.IsCancellationRequested && await NextAsync(stop.Token)) { }
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>The work itself; the row is finished by whoever does it, in its last transaction.</summary>
    protected abstract Task DoAsync(T claim, CancellationToken ct);

    private async Task<bool> NextAsync(CancellationToken ct)
    {
        if (await queue.ClaimNextAsync(ct) is not { } claim) return false;
        try
        {
            await RunAsync(claim, ct);
        }
        catch (LeaseLostException)
        {
            log.LogInformation("Work {Id} was taken over, retried or deleted while it ran.", claim.Id);
        }
        return true;
    }

    private async Task RunAsync(T claim, CancellationToken ct)
    {
        try
        {
            await lease.RunAsync(table, claim, token => DoAsync(claim, token), ct);
        }
        catch (SourceRefusedException refused)
        {
            await queue.FailAsync(claim, refused.Failure, CancellationToken.None);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await queue.HandBackAsync(claim, CancellationToken.None);
        }
        catch (Exception e) when (e is not LeaseLostException)
        {
            log.LogError(e, "Work {Id} met a fault; it is tried again.", claim.Id);
            await queue.RetryLaterAsync(claim, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        GC.SuppressFinalize(this);
    }
}

using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tutor.Review;
using Tutor.Work;

namespace Tutor.Artefacts;

/// <summary>
/// Everything generated, under the hash of what went into it. Of all who ask for the same at once, in whatever process, one writes and the others wait for its bytes.
/// </summary>
/// <param name="lease">How long a writer that no longer renews keeps the others waiting; 60 s by default.</param>
public sealed class ArtefactStore(NpgsqlDataSource database, ILogger<ArtefactStore> log, TimeSpan? lease = null)
{
    private readonly ArtefactRows _rows = new(database);
    private readonly SharedWork<Artefact> _shared = new();
    private readonly TimeSpan _lease = lease ?? TimeSpan.FromSeconds(60);

    /// <summary>The stored artefact, written first where it is not there yet.</summary>
    /// <param name="inputs">Everything the output depends on; serialised to canonical JSON.</param>
    /// <param name="writer">Who writes it: <c>extractive/1</c> or a model's name.</param>
    /// <param name="write">Called by one caller at a time; its token is cancelled when the claim is lost, or when nobody of this process waits for it any more.</param>
    /// <param name="ct">Takes this caller away; the others go on waiting.</param>
    /// <exception cref="ArtefactFailedException">Another caller was writing it and failed.</exception>
    public async Task<Artefact> GetOrWriteAsync(
        string kind, object inputs, string writer, Func<CancellationToken, Task<ArtefactContent>> write, CancellationToken ct)
    {
        var key = ArtefactKey.Of(kind, writer, inputs);
        var stored = await _rows.FindAsync(key.Hash, ct);
        return stored is { State: WorkState.Ready } ? stored : await _shared.JoinAsync(key.Hash, token => WriteOrWaitAsync(kind, key, writer, write, token), ct);
    }

    private async Task<Artefact> WriteOrWaitAsync(string kind, ArtefactKey key, string writer, Func<CancellationToken, Task<ArtefactContent>> write, CancellationToken ct)
    {
        // Whoever comes after a failure tries again; whoever waited through it is told, or twenty waiters would fail twenty times in a row.
        var fence = await _rows.ClaimAsync(kind, writer, key, _lease, failedToo: true, ct);
        for (var pause = TimeSpan.FromMilliseconds(20); ; pause = TimeSpan.FromMilliseconds(Math.Min(pause.TotalMilliseconds * 1.6, 250)))
        {
            if (fence is { } claimed) await WriteAsync(kind, key, claimed, write, ct);
            var stored = await _rows.FindAsync(key.Hash, ct);
            if (stored is { State: WorkState.Ready }) return stored;
            if (stored is { State: WorkState.Failed }) throw new ArtefactFailedException(kind);
            if (fence is null) log.LogDebug("Waiting for the writer of a {Kind}. {Key}", kind, key.Hash);
            await Task.Delay(pause, ct);
            fence = await _rows.ClaimAsync(kind, writer, key, _lease, failedToo: false, ct);
        }
    }

    private async Task WriteAsync(string kind, ArtefactKey key, long fence, Func<CancellationToken, Task<ArtefactContent>> write, CancellationToken ct)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(key.Hash, fence, lost, done.Token);
        try
        {
            var watch = Stopwatch.StartNew();
            var content = await write(lost.Token);
            if (!await _rows.CompleteAsync(key.Hash, fence, content, watch.Elapsed, ct))
                log.LogWarning("A {Kind} was finished after its claim had passed on; what the other writer makes is taken. {Key}", kind, key.Hash);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await _rows.ReleaseAsync(key.Hash, fence, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            log.LogWarning("The claim on a {Kind} passed on while it was written. {Key}", kind, key.Hash);
        }
        catch (Exception e)
        {
            await _rows.FailAsync(key.Hash, fence, new CheckResult("written", false, $"The writer stopped with an error ({e.GetType().Name})."), CancellationToken.None);
            throw;
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    /// <summary>Renews the lease three times in its length until the writing is done; cancels the writing where the claim has passed on.</summary>
    private async Task RenewAsync(string hash, long fence, CancellationTokenSource lost, CancellationToken done)
    {
        using var timer = new PeriodicTimer(_lease / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                if (await TryRenewAsync(hash, fence, done)) continue;
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The writing is over.
        }
    }

    /// <returns>False when the claim has passed on; true also when the database did not answer: the commit is fenced, so going on does no harm.</returns>
    private async Task<bool> TryRenewAsync(string hash, long fence, CancellationToken ct)
    {
        try
        {
            return await _rows.RenewAsync(hash, fence, _lease, ct);
        }
        catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
        {
            log.LogWarning(e, "The lease of an artefact could not be renewed. {Key}", hash);
            return true;
        }
    }
}

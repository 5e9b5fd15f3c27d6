namespace Tutor.Artefacts;

/// <summary>Work that several callers of this process wait for together: done once, for as long as one of them still waits.</summary>
internal sealed class SharedWork<T>
{
    private readonly Dictionary<string, Running> _running = new(StringComparer.Ordinal);

    /// <param name="work">Begun by the first caller; its token is cancelled when the last one has gone.</param>
    /// <param name="ct">Takes this caller away, and nobody else.</param>
    public async Task<T> JoinAsync(string key, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var running = Enter(key, work);
        try
        {
            return await running.Result.Task.WaitAsync(ct);
        }
        finally
        {
            if (Leave(key, running))
            {
                await running.Stop.CancelAsync();
                // What was begun is put down before whoever left last is told so.
                await running.Result.Task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                running.Stop.Dispose();
            }
        }
    }

    private Running Enter(string key, Func<CancellationToken, Task<T>> work)
    {
        Running? running;
        lock (_running)
        {
            if (_running.TryGetValue(key, out running))
            {
                running.Waiting++;
                return running;
            }
            _running[key] = running = new Running { Waiting = 1 };
        }
        _ = RunAsync(running, work);
        return running;
    }

    /// <returns>True for the last.</returns>
    private bool Leave(string key, Running running)
    {
        lock (_running)
        {
            if (--running.Waiting > 0) return false;
            if (_running.GetValueOrDefault(key) == running) _running.Remove(key);
            return true;
        }
    }

    private static async Task RunAsync(Running running, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            running.Result.SetResult(await work(running.Stop.Token));
        }
        catch (OperationCanceledException e)
        {
            running.Result.SetCanceled(e.CancellationToken);
        }
        catch (Exception e)
        {
            running.Result.SetException(e);
        }
    }

    private sealed class Running
    {
        public CancellationTokenSource Stop { get; } = new();
        public TaskCompletionSource<T> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Waiting { get; set; }
    }
}

using System.Diagnostics;

namespace Tutor.Parsing.Jail;

/// <summary>One jailed process from start to end.</summary>
internal sealed class JailRun(JailLimits limits) : IDisposable
{
    private static readonly TimeSpan Forever = Timeout.InfiniteTimeSpan;
    private readonly Process _process = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _clock = new();
    private readonly Lock _killing = new();
    private Task _exited = Task.CompletedTask;
    private Task<byte[]> _errors = Task.FromResult<byte[]>([]);
    private JailOutcome? _forced;
    private bool _over;

    public BoundedStream Output { get; private set; } = null!;

    public async Task StartAsync(ProcessStartInfo start)
    {
        _process.StartInfo = start;
        // A thread of its own starts the process and waits for it: "die with parent" means the parent's thread, and one of the pool may go any time.
        _exited = Task.Factory.StartNew(StartAndWait, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await _started.Task;
        Output = new BoundedStream(_process.StandardOutput.BaseStream, limits.Output, () => Force(JailOutcome.OutputTooLarge));
        _clock.Token.Register(() => Force(JailOutcome.TimedOut));
        _clock.CancelAfter(limits.WallClock);
    }

    /// <summary>Reads all of standard error, which would otherwise fill its pipe and block the program, and keeps its head.</summary>
    public Task<byte[]> DrainErrorsAsync(int keep) => _errors = DrainAsync(
        new BoundedStream(_process.StandardError.BaseStream, limits.Errors, () => Force(JailOutcome.OutputTooLarge)), keep);

    public void Kill() => Force(JailOutcome.Stopped);

    public async Task EndAsync()
    {
        if (!Output.Ended) Force(JailOutcome.Stopped);
        await _exited;
        _clock.CancelAfter(Forever);
        await _errors;
    }

    public JailResult Result(string errors)
    {
        var outcome = _forced ?? _process.ExitCode switch
        {
            128 + 9 or 128 + 24 or 128 + 25 => JailOutcome.KilledByLimit, // SIGKILL, SIGXCPU, SIGXFSZ
            > 128 and < 128 + 32 => JailOutcome.Crashed,
            _ => JailOutcome.Exited,
        };
        return new JailResult(outcome, _process.ExitCode, Output.BytesRead, errors);
    }

    public void Dispose()
    {
        _clock.Dispose();
        _process.Dispose();
    }

    private void StartAndWait()
    {
        try
        {
            _process.Start();
            _process.StandardInput.Close();
        }
        catch (Exception e)
        {
            _started.SetException(e);
            return;
        }
        _started.SetResult();
        _process.WaitForExit();
        lock (_killing) _over = true;
    }

    private void Force(JailOutcome outcome)
    {
        lock (_killing)
        {
            if (_over) return;
            _forced ??= outcome;
            _process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<byte[]> DrainAsync(BoundedStream stream, int keep)
    {
        var head = new byte[keep];
        var kept = 0;
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            var take = Math.Min(read, keep - kept);
            buffer.AsSpan(0, take).CopyTo(head.AsSpan(kept));
            kept += take;
        }
        return head[..kept];
    }
}

using Tutor.Jobs;

namespace Tutor.Sources;

/// <summary>Passes a parser's progress on to the source's row, at most twice a second; a lost lease shows at the next fenced write.</summary>
internal sealed class SourceProgress(SourceQueue queue, Source source, double upTo) : IProgress<double>
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);
    private long _last = Environment.TickCount64;
    private Task _writing = Task.CompletedTask;

    public void Report(double value)
    {
        if (!_writing.IsCompleted || Environment.TickCount64 - _last < s_interval.TotalMilliseconds) return;
        _last = Environment.TickCount64;
        _writing = queue.ProgressAsync(source, nameof(SourceState.Parsing), Math.Clamp(value, 0, 1) * upTo, CancellationToken.None);
    }

    /// <exception cref="Tutor.Work.LeaseLostException">Another worker has taken over.</exception>
    public Task FinishAsync() => _writing;
}

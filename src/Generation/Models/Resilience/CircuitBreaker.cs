namespace Tutor.Models.Resilience;

/// <summary>
/// Leaves an endpoint alone after failures in a row, then lets one call try it. Not Polly's: that one wants a call as a delegate and counts shares in a
/// window, but whether a stream went well is known only at its end, in the hands of whoever reads it.
/// </summary>
internal sealed class CircuitBreaker(int breakAfter, TimeSpan rest, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _restUntil;
    private bool _trying;

    /// <exception cref="ModelFailedException">The endpoint is left alone.</exception>
    public void Enter()
    {
        lock (_lock)
        {
            if (_failures < breakAfter) return;
            var remaining = _restUntil - clock.GetUtcNow();
            if (remaining > TimeSpan.Zero || _trying) throw new ModelFailedException(ModelFailures.Resting(remaining > TimeSpan.Zero ? remaining : TimeSpan.FromSeconds(1)));
            _trying = true;
        }
    }

    /// <summary>To be called once for every call that was let in.</summary>
    /// <param name="healthy">True where the endpoint did its part, false where it failed, null where nothing can be said: the caller went away.</param>
    public void Leave(bool? healthy)
    {
        lock (_lock)
        {
            _trying = false;
            if (healthy == true) _failures = 0;
            if (healthy == false && ++_failures >= breakAfter) _restUntil = clock.GetUtcNow() + rest;
        }
    }
}

using Polly;
using Polly.Retry;

namespace Tutor.Models.Resilience;

/// <summary>What all calls to one endpoint share: its slots, its breaker, and how faults that may pass are tried again.</summary>
internal sealed class EndpointGate : IDisposable
{
    /// <summary>The longest pause of our own making.</summary>
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _slots;
    private readonly CircuitBreaker _breaker;

    public EndpointGate(EndpointSettings settings, TimeProvider clock)
    {
        _slots = new SemaphoreSlim(settings.Concurrency, settings.Concurrency);
        _breaker = new CircuitBreaker(settings.BreakAfter, settings.Rest, clock);
        Retry = settings.Retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = settings.Retries,
            Delay = settings.RetryPause,
            MaxDelay = s_longestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = a => ValueTask.FromResult(
                a.Outcome.Exception is ModelFailedException { Failure: { Retryable: true } failure } && !(failure.RetryAfter > settings.LongestRetryAfter)),
            DelayGenerator = a => ValueTask.FromResult((a.Outcome.Exception as ModelFailedException)?.Failure.RetryAfter),
        }).Build();
    }

    public ResiliencePipeline Retry { get; }

    /// <summary>Waits for a slot; the pass gives it back and says how it went.</summary>
    /// <param name="patience">How long at most.</param>
    /// <exception cref="ModelFailedException">None became free in time, or the endpoint is left alone.</exception>
    public async Task<Pass> EnterAsync(TimeSpan patience, CancellationToken ct)
    {
        if (!await _slots.WaitAsync(patience, ct)) throw new ModelFailedException(ModelFailures.Busy);
        try
        {
            _breaker.Enter();
            return new Pass(this);
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>One call's place at the endpoint.</summary>
    internal sealed class Pass(EndpointGate gate) : IDisposable
    {
        private bool? _healthy;

        public void Succeeded() => _healthy = true;

        public void Failed(ModelFailure failure) => _healthy = !failure.EndpointFault;

        public void Dispose()
        {
            gate._breaker.Leave(_healthy);
            gate._slots.Release();
        }
    }
}

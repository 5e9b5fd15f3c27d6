namespace Tutor.Models;

/// <summary>Why a model gave no answer, in words for people. Every fault of an endpoint ends in one of these; see <see cref="ModelFailures"/>.</summary>
/// <param name="Code">Stable and machine-readable, in kebab-case: <c>model-stalled</c>. Stands in <c>model_calls.outcome</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Action">What to do next.</param>
public sealed record ModelFailure(string Code, string Message, string Action)
{
    /// <summary>The same request may well succeed in a moment.</summary>
    public bool Retryable { get; init; }

    /// <summary>The endpoint is ill or overloaded, rather than the request or the answer bad: five in a row open the circuit breaker.</summary>
    public bool EndpointFault { get; init; }

    /// <summary>No other model may take over: the reason lies with the course.</summary>
    public bool Final { get; init; }

    /// <summary>How long to wait before the next request, where the endpoint or the breaker says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>A model gave no answer. Whoever asked falls back to the extractive writer or says so; the exception itself is never shown.</summary>
public sealed class ModelFailedException(ModelFailure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public ModelFailure Failure { get; } = failure;
}

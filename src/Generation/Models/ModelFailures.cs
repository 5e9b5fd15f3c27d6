using System.Globalization;

namespace Tutor.Models;

/// <summary>All the ways a model can fail to answer.</summary>
public static class ModelFailures
{
    private const string TryLater = "Try again in a moment; what is stored stays available.";
    private const string AskAdmin = "Ask an administrator to run ./tutor doctor, which tries every configured model.";

    public static ModelFailure Unreachable { get; } = new("model-unreachable", "The model's endpoint cannot be reached.", AskAdmin) { Retryable = true, EndpointFault = true };

    public static ModelFailure ConnectTimeout { get; } = new("model-connect-timeout", "The model's endpoint takes no connection in time.", AskAdmin) { Retryable = true, EndpointFault = true };

    public static ModelFailure ConnectionLost { get; } = new("model-connection-lost", "The model's endpoint closed the connection in the middle.", TryLater) { Retryable = true, EndpointFault = true };

    public static ModelFailure ServerError(int status) => new(
        "model-server-error", string.Create(CultureInfo.InvariantCulture, $"The model's endpoint reports a fault of its own (status {status})."), TryLater)
    { Retryable = true, EndpointFault = true };

    /// <summary>Its first word did not come in time. Not asked again: that would double the wait.</summary>
    public static ModelFailure NoFirstToken { get; } = new("model-slow", "The model did not begin to answer in time.", TryLater) { EndpointFault = true };

    public static ModelFailure Stalled { get; } = new("model-stalled", "The model stopped in the middle of its answer.", TryLater) { EndpointFault = true };

    public static ModelFailure Overlong { get; } = new("model-timeout", "The model needed longer for its answer than it may.", TryLater) { EndpointFault = true };

    public static ModelFailure RateLimited(TimeSpan? retryAfter) => new("model-rate-limited", "The model's endpoint takes no more requests for now.", TryLater)
    { Retryable = true, EndpointFault = true, RetryAfter = retryAfter };

    public static ModelFailure Resting(TimeSpan remaining) => new("model-resting", "The model's endpoint failed several times and is left alone for a while.", TryLater) { RetryAfter = remaining };

    /// <summary>All slots of the endpoint or the role were taken for too long.</summary>
    public static ModelFailure Busy { get; } = new("model-busy", "The model is busy with other requests.", TryLater);

    public static ModelFailure KeyRefused { get; } = new("model-key-refused", "The model's endpoint does not accept our key.", AskAdmin);

    public static ModelFailure NoSuchModel { get; } = new("model-not-found", "The endpoint does not have the configured model, or its address is wrong.", AskAdmin);

    public static ModelFailure RequestRefused(int status) => new(
        "model-request-refused", string.Create(CultureInfo.InvariantCulture, $"The model's endpoint refuses the request (status {status}); it may be too long for the model."), AskAdmin);

    /// <summary>The body is not what the protocol says.</summary>
    public static ModelFailure Unreadable { get; } = new("model-unreadable", "The model's endpoint answers in a form that cannot be read.", AskAdmin);

    public static ModelFailure Empty { get; } = new("model-empty", "The model answered with nothing.", TryLater);

    public static ModelFailure TooLong { get; } = new("model-too-long", "The model's answer is longer than it may be.", TryLater);

    public static ModelFailure Declined { get; } = new("model-declined", "The model declined to answer.", "Put it in other words, or go on without the model.");

    /// <summary>The text is there, but it is not the JSON that was asked for.</summary>
    public static ModelFailure WrongShape(string why) => new("model-wrong-shape", $"The model's answer is not in the form that was asked for: {why}", TryLater);

    /// <summary>The words for a code that stands in <c>model_calls</c>, without what was particular to one call.</summary>
    public static string WordsOf(string code) => s_general.FirstOrDefault(f => f.Code == code)?.Message ?? "The model gave no answer.";

    private static readonly ModelFailure[] s_general =
    [
        Unreachable, ConnectTimeout, ConnectionLost, NoFirstToken, Stalled, Overlong, RateLimited(null), Busy, KeyRefused, NoSuchModel, Unreadable, Empty, TooLong, Declined, Resting(TimeSpan.Zero),
        new("model-server-error", "The model's endpoint reports a fault of its own.", TryLater), new("model-request-refused", "The model's endpoint refuses the request; it may be too long for the model.", AskAdmin),
    ];

    public static ModelFailure BudgetSpent(long budget, TimeSpan untilReset) => new(
        "model-budget-spent",
        string.Create(CultureInfo.InvariantCulture, $"This course's budget of {budget} tokens a day does not allow another call today."),
        "It begins again at midnight UTC; what is stored stays available. An administrator can raise TUTOR_LLM_TOKENS_PER_DAY.")
    { Final = true, RetryAfter = untilReset };
}

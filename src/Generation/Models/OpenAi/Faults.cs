using System.ClientModel;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Tutor.Models.OpenAi;

/// <summary>Gives every exception of the package, of HTTP and of sockets the name of a <see cref="ModelFailure"/>.</summary>
internal static class Faults
{
    /// <summary>Runs one call.</summary>
    /// <exception cref="ModelFailedException">It failed for a reason other than the caller's cancellation.</exception>
    public static async Task<T> NamedAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is not ModelFailedException && !(e is OperationCanceledException && ct.IsCancellationRequested) && Of(e) is not null)
        {
            throw new ModelFailedException(Of(e)!, e);
        }
    }

    /// <summary>Null for an exception that is a mistake of ours.</summary>
    internal static ModelFailure? Of(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } answered => OfStatus(answered),
        ClientResultException { InnerException: { } inner } => Of(inner) ?? ModelFailures.Unreachable,
        ClientResultException => ModelFailures.Unreachable,
        HttpRequestException { InnerException: ModelFailedException { Failure: var failure } } => failure,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => ModelFailures.Unreachable,
        HttpRequestException or HttpIOException or IOException or SocketException => ModelFailures.ConnectionLost,
        // Not ours: the transport's own limit, which is on the connection alone.
        OperationCanceledException => ModelFailures.ConnectTimeout,
        // What the package throws where the JSON is not what it expects.
        JsonException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException => ModelFailures.Unreadable,
        _ => null,
    };

    private static ModelFailure OfStatus(ClientResultException answered) => answered.Status switch
    {
        408 => ModelFailures.ServerError(408),
        429 => ModelFailures.RateLimited(RetryAfter(answered, DateTimeOffset.UtcNow)),
        401 or 403 => ModelFailures.KeyRefused,
        404 => ModelFailures.NoSuchModel,
        >= 500 => ModelFailures.ServerError(answered.Status) with { RetryAfter = RetryAfter(answered, DateTimeOffset.UtcNow) },
        _ => ModelFailures.RequestRefused(answered.Status),
    };

    private static TimeSpan? RetryAfter(ClientResultException answered, DateTimeOffset now) =>
        answered.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var value) ? RetryAfter(value, now) : null;

    /// <summary>Seconds or a date (RFC 9110, section 10.2.3); a date that is past means at once.</summary>
    internal static TimeSpan? RetryAfter(string? value, DateTimeOffset now)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= TimeSpan.FromDays(1).TotalSeconds) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        return at > now ? at - now : TimeSpan.Zero;
    }
}

using System.Threading.RateLimiting;

namespace Tutor.Chats;

/// <summary>Holds a person's messages to so many a minute, in each process: whoever types asks less, and a program that asks more holds up a class.</summary>
public sealed class ChatThrottle(ChatSettings settings) : IDisposable
{
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Guid> _messages = PartitionedRateLimiter.Create<Guid, Guid>(person =>
        RateLimitPartition.GetSlidingWindowLimiter(person, _ => new SlidingWindowRateLimiterOptions { PermitLimit = settings.MessagesPerMinute, Window = s_window, SegmentsPerWindow = 6 }));

    /// <summary>Counts a message; how long to wait where it is one too many.</summary>
    public TimeSpan? Wait(Guid personId)
    {
        using var lease = _messages.AttemptAcquire(personId);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : s_window / 6;
    }

    public void Dispose() => _messages.Dispose();
}

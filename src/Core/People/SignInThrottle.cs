using System.Threading.RateLimiting;

namespace Tutor.People;

/// <summary>
/// Counts wrong passwords by address and refuses more of them for a while. Right ones cost nothing, so that a class behind one
/// address can sign in at the same minute. In memory, a count for each process: the lockout of an account, in the database, holds for all.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    public const int WrongPasswords = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = WrongPasswords, Window = Window }));

    /// <summary>How long this address has to wait; null where it need not.</summary>
    public TimeSpan? Wait(string address)
    {
        using var lease = _wrong.AttemptAcquire(address, permitCount: 0);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void CountWrong(string address) => _wrong.AttemptAcquire(address).Dispose();

    public void Dispose() => _wrong.Dispose();
}

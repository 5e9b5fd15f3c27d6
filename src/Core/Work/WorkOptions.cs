namespace Tutor.Work;

/// <summary>How background work is shared among workers.</summary>
/// <param name="Lease">How long a claim holds without a renewal; renewed at a third of it. A killed worker's work goes on after this.</param>
/// <param name="Concurrency">Claims a process works on at once.</param>
public sealed record WorkOptions(TimeSpan Lease, int Concurrency)
{
    public static WorkOptions Default { get; } = new(TimeSpan.FromSeconds(60), Math.Max(1, Environment.ProcessorCount));

    /// <summary>Claims that may be lost with their worker before the work is refused.</summary>
    public const int LostClaims = 2;

    /// <summary>Tries after faults that may pass: a database that is away, a full disk.</summary>
    public const int Tries = 5;
}

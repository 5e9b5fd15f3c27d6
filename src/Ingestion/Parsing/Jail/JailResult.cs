namespace Tutor.Parsing.Jail;

/// <summary>How a jailed program came to its end.</summary>
public enum JailOutcome
{
    /// <summary>By itself, with an exit code.</summary>
    Exited,

    /// <summary>Stopped because the consumer of its output had enough.</summary>
    Stopped,

    /// <summary>Over the wall clock.</summary>
    TimedOut,

    /// <summary>One of its streams went over its cap.</summary>
    OutputTooLarge,

    /// <summary>Over the limit on processor time or file size, or killed for want of memory.</summary>
    KilledByLimit,

    /// <summary>By a fault of its own (segmentation fault, abort); also where an allocation over the address space failed.</summary>
    Crashed,
}

/// <param name="ExitCode">128 and the signal where a signal ended it.</param>
/// <param name="OutputBytes">Bytes of standard output that were handed to the consumer.</param>
/// <param name="Errors">The first 4 KB of standard error, for the log only: it may quote the file.</param>
public sealed record JailResult(JailOutcome Outcome, int ExitCode, long OutputBytes, string Errors)
{
    public bool Succeeded => Outcome == JailOutcome.Exited && ExitCode == 0;
}

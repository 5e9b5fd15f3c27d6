namespace Tutor.Sources;

/// <summary>Why a piece of work did not succeed, in words a teacher understands.</summary>
/// <param name="Code">Stable and machine-readable, in kebab-case: <c>password-protected</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Action">What to do next.</param>
public sealed record Failure(string Code, string Message, string Action);

/// <summary>A file that will never become a source however often it is tried; every other exception is a fault that may pass.</summary>
public sealed class SourceRefusedException(Failure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public Failure Failure { get; } = failure;
}

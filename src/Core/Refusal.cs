namespace Tutor;

/// <summary>Why something was not done, by who can put it right; the API has a status for each.</summary>
public enum RefusalKind
{
    /// <summary>What was sent is not what was asked for.</summary>
    Invalid,

    /// <summary>Nobody is signed in, or the sign-in is no longer good.</summary>
    SignedOut,

    /// <summary>The caller may see it but not do this.</summary>
    Forbidden,

    /// <summary>It does not exist, or is somebody else's: which of both is not told.</summary>
    NotFound,

    /// <summary>Not in the state it is in.</summary>
    Conflict,
    TooLarge,
    UnsupportedType,

    /// <summary>Well formed, but it fails the checks.</summary>
    Unprocessable,
    TooMany,
    Unavailable,
}

/// <summary>A refusal in words for people. Nothing has been changed when one is returned.</summary>
/// <param name="Code">Stable and machine-readable, in kebab-case: <c>course-not-found</c>.</param>
/// <param name="Title">The same for every refusal of this code.</param>
/// <param name="Detail">What is wrong here, and what to do next.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Title, string Detail)
{
    /// <summary>For <see cref="RefusalKind.Invalid"/>: messages by field, as the API spells it.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>More that a caller can use, by name.</summary>
    public IReadOnlyDictionary<string, object?>? More { get; init; }
}

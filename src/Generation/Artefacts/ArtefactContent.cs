using Tutor.Review;

namespace Tutor.Artefacts;

/// <summary>What a writer made.</summary>
/// <param name="Output">JSON, kept byte for byte.</param>
public sealed record ArtefactContent(string Output, IReadOnlyList<CheckResult> Checks, int InputTokens = 0, int OutputTokens = 0);

/// <summary>The writer a caller waited for gave up; the next call tries again.</summary>
public sealed class ArtefactFailedException(string kind, Exception? inner = null)
    : Exception($"The {kind} could not be written; the next request tries again.", inner);

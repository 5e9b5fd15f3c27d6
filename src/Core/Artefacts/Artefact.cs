using Tutor.Review;
using Tutor.Work;

namespace Tutor.Artefacts;

/// <summary>Something generated, stored under the hash of everything that went into it: the same inputs are never generated twice.</summary>
public sealed class Artefact
{
    /// <summary>SHA-256 of kind and inputs, lower-case hexadecimal.</summary>
    public required string Key { get; init; }

    /// <summary><c>outline</c>, <c>lesson</c>, <c>items</c>, <c>lesson-variant</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Chunk hashes, prompt and version, model and parameters, profile: canonical JSON, for people who ask why.</summary>
    public required string Inputs { get; init; }

    /// <summary>Who is asked to write it: <c>extractive/1</c> or a model's name.</summary>
    public required string Writer { get; init; }
    public WorkState State { get; set; }

    /// <summary>JSON, kept byte for byte; null until ready.</summary>
    public string? Output { get; set; }
    public IReadOnlyList<CheckResult> Checks { get; set; } = [];
    public int InputTokens { get; set; }
    public int OutputTokens { get; set; }
    public int Milliseconds { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ReadyAt { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public long Fence { get; set; }
}

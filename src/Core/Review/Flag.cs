namespace Tutor.Review;

/// <summary>What a learner says is wrong with an item.</summary>
public enum FlagKind
{
    /// <summary>What is marked as the answer is not the answer.</summary>
    WrongKey,

    /// <summary>More than one choice is right.</summary>
    SeveralRight,

    /// <summary>It cannot be understood, or be answered, as it is put.</summary>
    Unclear,

    /// <summary>The material says nothing of it.</summary>
    NotInMaterial,
    Other,
}

/// <summary>A learner's doubt about an item, and what its reviewers answered. While it is open there is one of a learner and an item.</summary>
public sealed class Flag
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>What the learner saw.</summary>
    public Guid RevisionId { get; init; }
    public Guid LearnerId { get; init; }
    public FlagKind Kind { get; set; }

    /// <summary>In the learner's words; may be empty.</summary>
    public string Reason { get; set; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while nobody has answered.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
    public Guid? ClosedById { get; set; }
    public string Answer { get; set; } = "";
}

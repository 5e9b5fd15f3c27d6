namespace Tutor.Review;

public enum ReviewableKind
{
    Objective,
    Lesson,
    Item,
}

public enum ReviewState
{
    Proposed,
    Accepted,
    Edited,
    Rejected,
}

/// <summary>Something generated that a person can accept, edit or reject: an objective, a module's canonical lesson, an item. Its content is its newest revision.</summary>
public sealed class Reviewable : IDated
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public Guid ModuleId { get; set; }
    public ReviewableKind Kind { get; init; }

    /// <summary>The objective an item asks for.</summary>
    public Guid? ObjectiveId { get; set; }
    public int Position { get; set; }
    public ReviewState State { get; set; }
    public Guid RevisionId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public List<Revision> Revisions { get; init; } = [];
}

/// <summary>Content at a moment. Rows are only ever added.</summary>
public sealed class Revision
{
    public Guid Id { get; init; }
    public Guid ReviewableId { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>JSON of an <see cref="ObjectiveBody"/>, <see cref="LessonBody"/> or <see cref="ItemBody"/>, by the reviewable's kind; kept byte for byte.</summary>
    public required string Body { get; init; }

    /// <summary>Who wrote it: <c>extractive/1</c>, a model's name, or <c>person</c>.</summary>
    public required string Writer { get; init; }
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];
    public Guid? AuthorId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What one check said of a draft.</summary>
/// <param name="Name">Stable, in kebab-case: <c>key-proved</c>.</param>
/// <param name="Message">One sentence for a teacher.</param>
public sealed record CheckResult(string Name, bool Passed, string Message);

public enum Verdict
{
    Accept,
    Edit,
    Reject,
}

/// <summary>What a person said of a reviewable, and why.</summary>
public sealed class Decision
{
    public Guid Id { get; init; }
    public Guid ReviewableId { get; init; }
    public Guid RevisionId { get; init; }
    public Verdict Verdict { get; init; }
    public string? Reason { get; init; }
    public Guid? DecidedById { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the decision found; null on those of earlier versions, which cannot be undone.</summary>
    public ReviewState? BeforeState { get; init; }
    public Guid? BeforeRevisionId { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}

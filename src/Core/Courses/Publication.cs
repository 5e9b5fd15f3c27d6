using Tutor.Review;

namespace Tutor.Courses;

/// <summary>What learners see of a course from one moment on. Never changes; a newer one takes its place.</summary>
public sealed class Publication : IDated
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }

    /// <summary>Counted from 1 within the course.</summary>
    public int Number { get; init; }
    public Guid? PublishedById { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public List<PublishedModule> Modules { get; init; } = [];
}

public sealed class PublishedModule
{
    public Guid PublicationId { get; init; }
    public Guid ModuleId { get; init; }
    public int Position { get; init; }
    public required string Title { get; init; }
    public string Part { get; init; } = "";
    public List<PublishedRevision> Revisions { get; init; } = [];
}

/// <summary>A pinned revision.</summary>
public sealed class PublishedRevision
{
    public Guid PublicationId { get; init; }
    public Guid ModuleId { get; init; }
    public Guid RevisionId { get; init; }
    public Guid ReviewableId { get; init; }
    public ReviewableKind Kind { get; init; }
    public int Position { get; init; }

    /// <summary>False where no person had looked at it when it was published.</summary>
    public bool Reviewed { get; init; }
    public Revision? Revision { get; init; }
}

namespace Tutor.Courses;

/// <summary>Optional: a publication takes what passed its checks and was not rejected. Required: only what a person accepted.</summary>
public enum ReviewPolicy
{
    Optional,
    Required,
}

public enum EnrolmentPolicy
{
    /// <summary>Anybody signed in may enrol once the course is published.</summary>
    Open,

    /// <summary>Only staff enrol learners.</summary>
    Invitation,
}

public enum ExplanationTime
{
    /// <summary>With the result, after the whole quiz is handed in.</summary>
    AtEnd,

    /// <summary>After each answer, which then stays.</summary>
    AtOnce,
}

public sealed class Course : IDated
{
    public Guid Id { get; init; }
    public required string Title { get; set; }
    public string Description { get; set; } = "";
    public ReviewPolicy Review { get; set; }
    public EnrolmentPolicy Enrolment { get; set; }

    /// <summary>Attempts a learner has at one quiz; null is as many as they like.</summary>
    public int? AttemptsAllowed { get; set; }

    /// <summary>When a quiz says what was right, and why.</summary>
    public ExplanationTime Explanations { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Raised whenever the set of searchable chunks or their vectors changes: what is held in memory of a course is good for one version.</summary>
    public long ContentVersion { get; set; }

    /// <summary>The newest publication; null while nothing is published.</summary>
    public Guid? PublicationId { get; set; }
}

/// <summary>An instructor of a course.</summary>
public sealed class CourseStaff
{
    public Guid CourseId { get; init; }
    public Guid UserId { get; init; }
}

public sealed class Enrollment : IDated
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public Guid UserId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

namespace Tutor.Auditing;

/// <summary>What was done.</summary>
public enum AuditKind
{
    CourseMade,
    CourseChanged,
    CourseDeleted,
    Published,
    Decided,
    Enrolled,
    EnrolmentEnded,
    Invited,
    InvitationWithdrawn,
    JoinLinkMade,
    JoinLinkEnded,
    InstructorAdded,
    InstructorRemoved,
    SourceDeleted,
    WorkRetried,
    RoleGiven,
    RoleTaken,
    AccountClosed,
    AccountReopened,
}

/// <summary>Who changed what, and when. Only ever added, in the transaction of the change itself.</summary>
public sealed class AuditEntry : IDated
{
    public Guid Id { get; init; }
    public AuditKind Kind { get; init; }

    /// <summary>Null where the installation itself did it: a command, a seed.</summary>
    public Guid? ActorId { get; init; }
    public Guid? CourseId { get; init; }

    /// <summary>Whom it was done to.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What it was done to or with, in a few words: a title, a role, a count. Never an address or a name of a person, who may ask to be forgotten.</summary>
    public required string Subject { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

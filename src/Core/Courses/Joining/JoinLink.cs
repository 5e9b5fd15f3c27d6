namespace Tutor.Courses.Joining;

/// <summary>Lets whoever has its token join the course, an invitation-only one too.</summary>
public sealed class JoinLink
{
    public Guid CourseId { get; init; }

    /// <summary>128 random bits as base64url.</summary>
    public required string Token { get; init; }
    public Guid? CreatedById { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Somebody on a class list who has no account yet: enrolled when they register with this address.</summary>
public sealed class Invitation : IDated
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }

    /// <summary>As the list has it; empty where it has none.</summary>
    public string Name { get; init; } = "";
    public Guid? InvitedById { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

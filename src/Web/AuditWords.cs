using Tutor.Auditing;

namespace Tutor.Web;

/// <summary>What was done, in words.</summary>
public static class AuditWords
{
    public static string Kind(AuditKind kind) => kind switch
    {
        AuditKind.CourseMade => "Made a course",
        AuditKind.CourseChanged => "Changed a course’s settings",
        AuditKind.CourseDeleted => "Deleted a course",
        AuditKind.Published => "Published",
        AuditKind.Decided => "Decided in review",
        AuditKind.Enrolled => "Enrolled",
        AuditKind.EnrolmentEnded => "Removed a learner",
        AuditKind.Invited => "Invited",
        AuditKind.InvitationWithdrawn => "Withdrew an invitation",
        AuditKind.JoinLinkMade => "Made a join link",
        AuditKind.JoinLinkEnded => "Switched the join link off",
        AuditKind.InstructorAdded => "Added an instructor",
        AuditKind.InstructorRemoved => "Removed an instructor",
        AuditKind.SourceDeleted => "Deleted a source",
        AuditKind.WorkRetried => "Started work again",
        AuditKind.RoleGiven => "Gave a role",
        AuditKind.RoleTaken => "Took a role",
        AuditKind.AccountClosed => "Closed an account",
        _ => "Opened an account again",
    };

    public static string Actor(AuditLine line) => line.Entry.ActorId is null ? "The installation" : line.Actor ?? "Somebody who has left";

    /// <summary>What and whom it was done to.</summary>
    public static string Subject(AuditLine line) => string.Join(" · ", new[]
    {
        line.Entry.PersonId is null || line.Entry.PersonId == line.Entry.ActorId ? null : line.Person ?? "somebody who has left",
        line.Entry.Subject.Length > 0 ? line.Entry.Subject : null,
        line.Entry.CourseId is null || line.Course == line.Entry.Subject ? null : line.Course,
    }.OfType<string>());
}

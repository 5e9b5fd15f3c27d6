using Tutor.Data;

namespace Tutor.Auditing;

/// <summary>Adds to the audit trail.</summary>
public static class AuditTrail
{
    private const int MaxSubject = 200;

    /// <summary>Is written with the context's next save, beside the change it tells of.</summary>
    public static void Note(this TutorDb db, AuditKind kind, Guid? actor, string subject, DateTimeOffset now, Guid? course = null, Guid? person = null) => db.AuditEntries.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        ActorId = actor,
        CourseId = course,
        PersonId = person,
        Subject = subject.Length <= MaxSubject ? subject : string.Concat(subject.AsSpan(0, MaxSubject - 1), "…"),
        CreatedAt = now,
    });
}

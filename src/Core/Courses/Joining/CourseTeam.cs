using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Data;
using Tutor.Memory;
using Tutor.People;

namespace Tutor.Courses.Joining;

public sealed record TeamMember(Guid Id, string Name, string Email);

/// <summary>A course's instructors. It keeps at least one.</summary>
public sealed class CourseTeam(TutorDb db, Changes changes, TimeProvider clock)
{
    public static Refusal LastInstructor { get; } = new(
        RefusalKind.Conflict, "last-instructor", "A course keeps at least one instructor", "Add another instructor first, then remove this one.");

    private static Refusal NotAnInstructor(string email) => new(
        RefusalKind.Conflict, "not-an-instructor", "This person cannot teach yet",
        $"The account of {email} is a learner's. Ask an administrator to give it the role of an instructor, and add it then.");

    public async Task<IReadOnlyList<TeamMember>> ListAsync(Guid courseId, CancellationToken ct) => await db.CourseStaff.Where(s => s.CourseId == courseId)
        .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => u).OrderBy(u => u.Name).ThenBy(u => u.Id).Select(u => new TeamMember(u.Id, u.Name, u.Email!)).ToListAsync(ct);

    /// <summary>Adds somebody who has the role of an instructor; doing it again changes nothing.</summary>
    public async Task<Outcome<TeamMember>> AddAsync(Guid courseId, string? email, Guid userId, CancellationToken ct)
    {
        var inputs = new Inputs();
        var address = inputs.Email("email", email);
        if (inputs.Refusal is { } refusal) return refusal;
        var normalized = address.ToUpperInvariant();
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct) is not { } person) return PersonRefusals.NobodyWith(address);
        if (!await db.UserRoles.AnyAsync(r => r.UserId == person.Id && db.Roles.Any(x => x.Id == r.RoleId && (x.Name == Roles.Instructor || x.Name == Roles.Admin)), ct)) return NotAnInstructor(address);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var added = await db.Database.ExecuteSqlAsync($"insert into course_staff (course_id, user_id) values ({courseId}, {person.Id}) on conflict do nothing", ct);
        if (added == 1) db.Note(AuditKind.InstructorAdded, userId, "", clock.Now(), courseId, person.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Note(person.Id);
        return new TeamMember(person.Id, person.Name, person.Email!);
    }

    public async Task<Outcome<Done>> RemoveAsync(Guid courseId, Guid instructorId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two who remove each other at once: the second waits and is refused.
        await CourseRow.LockAsync(db, courseId, ct);
        var team = await db.CourseStaff.Where(s => s.CourseId == courseId).ToListAsync(ct);
        if (team.Find(s => s.UserId == instructorId) is not { } leaving) return Done.It;
        if (team.Count == 1) return LastInstructor;
        db.CourseStaff.Remove(leaving);
        db.Note(AuditKind.InstructorRemoved, userId, "", clock.Now(), courseId, instructorId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Note(instructorId);
        return Done.It;
    }
}

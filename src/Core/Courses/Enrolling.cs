using Microsoft.EntityFrameworkCore;
using Tutor.Auditing;
using Tutor.Data;
using Tutor.Memory;
using Tutor.People;

namespace Tutor.Courses;

/// <param name="Name">The learner's.</param>
public sealed record EnrolledLearner(Enrollment Enrollment, string Name, string Email);

/// <summary>Learners come into a course by themselves where it is open, or by its staff. Doing it twice is doing it once.</summary>
public sealed class Enrolling(TutorDb db, CourseAccess access, Changes changes, TimeProvider clock)
{
    /// <summary>Enrols the caller in a published, open course.</summary>
    public async Task<Outcome<Enrollment>> JoinAsync(Guid courseId, Caller caller, CancellationToken ct)
    {
        var mine = await access.Of(caller).AnyAsync(c => c.Id == courseId, ct);
        if (!mine && !await access.OpenTo(caller).AnyAsync(c => c.Id == courseId, ct)) return CourseRefusals.NoOpenCourse;
        return await EnrolAsync(courseId, caller.Id, caller.Id, "", ct);
    }

    /// <summary>Enrols somebody else, by staff.</summary>
    public async Task<Outcome<Enrollment>> InviteAsync(Guid courseId, string email, Caller caller, CancellationToken ct)
    {
        var seat = await access.SeatAsync(CourseThing.Course, courseId, caller, Seat.Staff, ct);
        if (seat.Refusal is { } refusal) return refusal;
        var normalized = email.Trim().ToUpperInvariant();
        var learner = await db.Users.Where(u => u.NormalizedEmail == normalized).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(ct);
        return learner is { } id ? await EnrolAsync(courseId, id, caller.Id, "", ct) : PersonRefusals.NobodyWith(email.Trim());
    }

    /// <param name="find">Part of a name or address; null is everybody.</param>
    public async Task<Outcome<Page<EnrolledLearner>>> ListAsync(Guid courseId, string? cursor, CancellationToken ct, string? find = null)
    {
        var rows = db.Enrollments.AsNoTracking().Where(e => e.CourseId == courseId);
        if (!string.IsNullOrWhiteSpace(find))
        {
            var part = $"%{find.Trim()}%";
            rows = rows.Where(e => db.Users.Any(u => u.Id == e.UserId && (EF.Functions.ILike(u.Name, part) || EF.Functions.ILike(u.Email!, part))));
        }
        if (!(await rows.PageAsync(cursor, ct)).Succeeded(out var page, out var refusal)) return refusal;
        var ids = page.Items.Select(e => e.UserId).ToList();
        var people = await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name, u.Email }).ToDictionaryAsync(u => u.Id, ct);
        return page.Select(e => new EnrolledLearner(e, people[e.UserId].Name, people[e.UserId].Email!));
    }

    /// <summary>Takes a learner out: all of the course is closed to them at once. What they did in it is kept, and theirs again when they come back.</summary>
    public async Task<bool> RemoveAsync(Guid courseId, Guid learnerId, Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Enrollments.Where(e => e.CourseId == courseId && e.UserId == learnerId).ExecuteDeleteAsync(ct) == 0) return false;
        db.Note(AuditKind.EnrolmentEnded, userId, "", clock.Now(), courseId, learnerId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Note(learnerId);
        return true;
    }

    /// <summary>Takes back what <see cref="RemoveAsync"/> did: only for somebody who was in the course once.</summary>
    public async Task<Outcome<Enrollment>> BringBackAsync(Guid courseId, Guid learnerId, Guid userId, CancellationToken ct) =>
        await db.AuditEntries.AnyAsync(a => a.Kind == AuditKind.EnrolmentEnded && a.CourseId == courseId && a.PersonId == learnerId, ct) && await db.Users.AnyAsync(u => u.Id == learnerId, ct)
            ? await EnrolAsync(courseId, learnerId, userId, "again", ct)
            : PersonRefusals.NoSuchLearner;

    internal async Task<Enrollment> EnrolAsync(Guid courseId, Guid learnerId, Guid userId, string how, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.Now();
        var added = await db.Database.ExecuteSqlAsync($"""
            insert into enrollments (id, course_id, user_id, created_at) values ({Guid.CreateVersion7()}, {courseId}, {learnerId}, {now})
            on conflict (course_id, user_id) do nothing
            """, ct);
        if (added == 1) db.Note(AuditKind.Enrolled, userId, how, now, courseId, learnerId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await db.Enrollments.AsNoTracking().SingleAsync(e => e.CourseId == courseId && e.UserId == learnerId, ct);
    }
}

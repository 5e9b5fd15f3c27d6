using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Courses;

/// <param name="Name">The learner's.</param>
public sealed record EnrolledLearner(Enrollment Enrollment, string Name, string Email);

/// <summary>Learners come into a course by themselves where it is open, or by its staff. Doing it twice is doing it once.</summary>
public sealed class Enrolling(TutorDb db, CourseAccess access, TimeProvider clock)
{
    /// <summary>Enrols the caller in a published, open course.</summary>
    public async Task<Outcome<Enrollment>> JoinAsync(Guid courseId, Caller caller, CancellationToken ct)
    {
        var mine = await access.Of(caller).AnyAsync(c => c.Id == courseId, ct);
        if (!mine && !await access.OpenTo(caller).AnyAsync(c => c.Id == courseId, ct)) return CourseRefusals.NoOpenCourse;
        return await EnrolAsync(courseId, caller.Id, ct);
    }

    /// <summary>Enrols somebody else, by staff.</summary>
    public async Task<Outcome<Enrollment>> InviteAsync(Guid courseId, string email, Caller caller, CancellationToken ct)
    {
        var seat = await access.SeatAsync(CourseThing.Course, courseId, caller, Seat.Staff, ct);
        if (seat.Refusal is { } refusal) return refusal;
        var normalized = email.Trim().ToUpperInvariant();
        var learner = await db.Users.Where(u => u.NormalizedEmail == normalized).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(ct);
        return learner is { } id ? await EnrolAsync(courseId, id, ct) : PersonRefusals.NobodyWith(email.Trim());
    }

    public async Task<Outcome<Page<EnrolledLearner>>> ListAsync(Guid courseId, string? cursor, CancellationToken ct)
    {
        if (!(await db.Enrollments.AsNoTracking().Where(e => e.CourseId == courseId).PageAsync(cursor, ct)).Succeeded(out var page, out var refusal)) return refusal;
        var ids = page.Items.Select(e => e.UserId).ToList();
        var people = await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name, u.Email }).ToDictionaryAsync(u => u.Id, ct);
        return page.Select(e => new EnrolledLearner(e, people[e.UserId].Name, people[e.UserId].Email!));
    }

    private async Task<Enrollment> EnrolAsync(Guid courseId, Guid userId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""
            insert into enrollments (id, course_id, user_id, created_at) values ({Guid.CreateVersion7()}, {courseId}, {userId}, {clock.Now()})
            on conflict (course_id, user_id) do nothing
            """, ct);
        return await db.Enrollments.AsNoTracking().SingleAsync(e => e.CourseId == courseId && e.UserId == userId, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Courses;

/// <param name="Seat">Null for a course the person could enrol in.</param>
/// <param name="Number">Of the newest publication; null while nothing is published.</param>
public sealed record CourseEntry(Course Course, Seat? Seat, int? Number);

/// <summary>The courses a person sees.</summary>
public sealed class CourseList(TutorDb db, CourseAccess access)
{
    public Task<Outcome<Page<CourseEntry>>> MineAsync(Caller caller, string? cursor, CancellationToken ct) => EntriesAsync(access.Of(caller), caller, cursor, ct);

    /// <summary>Published courses that are open to everybody and not yet the person's.</summary>
    public Task<Outcome<Page<CourseEntry>>> OpenAsync(Caller caller, string? cursor, CancellationToken ct) => EntriesAsync(access.OpenTo(caller), caller, cursor, ct);

    public async Task<CourseEntry> GetAsync(CourseSeat seat, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == seat.CourseId, ct);
        return new CourseEntry(course, seat.Seat, await db.Publications.Where(p => p.Id == course.PublicationId).Select(p => (int?)p.Number).SingleOrDefaultAsync(ct));
    }

    private async Task<Outcome<Page<CourseEntry>>> EntriesAsync(IQueryable<Course> courses, Caller caller, string? cursor, CancellationToken ct)
    {
        if (!(await courses.AsNoTracking().PageAsync(cursor, ct)).Succeeded(out var page, out var refusal)) return refusal;
        var ids = page.Items.Select(c => c.Id).ToList();
        var taught = caller.IsAdmin ? [.. ids] : await db.CourseStaff.Where(s => s.UserId == caller.Id && ids.Contains(s.CourseId)).Select(s => s.CourseId).ToHashSetAsync(ct);
        var enrolled = await db.Enrollments.Where(e => e.UserId == caller.Id && ids.Contains(e.CourseId)).Select(e => e.CourseId).ToHashSetAsync(ct);
        var numbers = await db.Publications.Where(p => ids.Contains(p.CourseId)).GroupBy(p => p.CourseId).Select(g => new { g.Key, Number = g.Max(p => p.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        return page.Select(c => new CourseEntry(
            c,
            taught.Contains(c.Id) ? Seat.Staff : enrolled.Contains(c.Id) ? Seat.Learner : null,
            numbers.TryGetValue(c.Id, out var number) ? number : null));
    }
}

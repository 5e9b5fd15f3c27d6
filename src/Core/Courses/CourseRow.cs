using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Courses;

/// <summary>
/// Whoever changes a course's outline, or what hangs on its modules, takes the course's row first: one at a time, and always in this order,
/// or two of them wait for each other. Rows that merely refer to the course do not wait for it.
/// </summary>
public static class CourseRow
{
    /// <summary>Until the transaction ends.</summary>
    public static Task<int> LockAsync(TutorDb db, Guid courseId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from courses where id = {courseId} for no key update", ct);
}

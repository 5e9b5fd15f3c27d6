using Microsoft.EntityFrameworkCore;
using Tutor.Data;

namespace Tutor.Courses;

/// <summary>Rows of a course that nearly every page of it needs, from memory where they are known.</summary>
public sealed class CourseReading(TutorDb db, CourseMemory memory)
{
    /// <summary>The course's row, not to be changed: others read the same.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<Course> OfAsync(Guid courseId, CancellationToken ct) =>
        await memory.Courses.GetAsync(courseId, () => db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == courseId, ct), c => (c.Id, c.Id))
        ?? throw new InvalidOperationException($"There is no course {courseId}.");

    /// <summary>The ids of the course's sources.</summary>
    public async Task<IReadOnlySet<Guid>> SourcesAsync(Guid courseId, CancellationToken ct) => (await memory.Sources.GetAsync(
        courseId, async () => await db.Sources.Where(s => s.CourseId == courseId).Select(s => s.Id).ToHashSetAsync(ct), _ => (courseId, courseId)))!;
}

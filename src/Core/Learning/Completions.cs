using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Learning;

/// <summary>A module is finished when its quiz is handed in, or when the learner says so. Once finished it stays so.</summary>
public sealed class Completions(TutorDb db, TimeProvider clock)
{
    public async Task<Outcome<Completion>> FinishAsync(CourseSeat seat, Guid moduleId, CancellationToken ct)
    {
        var published = await db.Set<PublishedModule>().AnyAsync(m => m.PublicationId == seat.PublicationId && m.ModuleId == moduleId, ct);
        if (!published && !seat.IsStaff) return CourseRefusals.NothingPublished;
        await NoteAsync(db, seat.UserId, moduleId, seat.CourseId, clock.Now(), ct);
        return await db.Completions.AsNoTracking().SingleAsync(c => c.LearnerId == seat.UserId && c.ModuleId == moduleId, ct);
    }

    internal static Task NoteAsync(TutorDb db, Guid learnerId, Guid moduleId, Guid courseId, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            insert into completions (learner_id, module_id, course_id, created_at) values ({learnerId}, {moduleId}, {courseId}, {now})
            on conflict do nothing
            """, ct);
}

using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Learning;

/// <summary>Keeps where somebody reads, so that they find the place again, on another device too.</summary>
public sealed class Readings(TutorDb db, TimeProvider clock)
{
    /// <summary>The end of a lesson, in thousandths.</summary>
    public const int End = 1000;

    public Task NoteAsync(CourseSeat seat, Guid moduleId, int place, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            insert into readings (learner_id, module_id, course_id, place, updated_at)
            values ({seat.UserId}, {moduleId}, {seat.CourseId}, {Math.Clamp(place, 0, End)}, {clock.Now()})
            on conflict (learner_id, module_id) do update set place = excluded.place, updated_at = excluded.updated_at
            """, ct);

    /// <summary>0 where they have not begun.</summary>
    public Task<int> PlaceAsync(Guid learnerId, Guid moduleId, CancellationToken ct) =>
        db.Readings.Where(r => r.LearnerId == learnerId && r.ModuleId == moduleId).Select(r => r.Place).SingleOrDefaultAsync(ct);
}

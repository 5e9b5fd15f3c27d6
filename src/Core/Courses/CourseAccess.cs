using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.People;
using Tutor.Review;

namespace Tutor.Courses;

/// <summary>What belongs to a course and is asked for by its own id.</summary>
public enum CourseThing
{
    Course,
    Source,
    Module,
    Objective,
    Review,
    Generation,
}

/// <summary>
/// Who may see what of a course: the one place that knows. Whoever has no seat in a course is told that it does not exist,
/// because ids must not reveal who teaches or studies what; a learner of the course who asks for what is staff's is told so.
/// </summary>
public sealed class CourseAccess(TutorDb db, CourseMemory memory)
{
    /// <summary>The caller's seat in the course a thing belongs to.</summary>
    /// <param name="needed">Staff refuses learners.</param>
    public async Task<Outcome<CourseSeat>> SeatAsync(CourseThing thing, Guid id, Caller caller, Seat needed, CancellationToken ct)
    {
        // What is read over and over is remembered; of the rest a thing may pass from course to course, or be gone.
        var seat = thing is CourseThing.Course or CourseThing.Module
            ? await memory.Seats.GetAsync(new SeatKey(thing, id, caller.Id, caller.IsAdmin), () => ReadAsync(thing, id, caller, ct), s => (s.UserId, s.CourseId))
            : await ReadAsync(thing, id, caller, ct);
        if (seat is null) return CourseRefusals.NoSuch(thing);
        return needed == Seat.Staff && !seat.IsStaff ? CourseRefusals.StaffOnly : seat;
    }

    private async Task<CourseSeat?> ReadAsync(CourseThing thing, Guid id, Caller caller, CancellationToken ct)
    {
        if (await CourseOfAsync(thing, id, ct) is not { } courseId) return null;
        var found = await db.Courses.Where(c => c.Id == courseId).Select(c => new
        {
            c.PublicationId,
            Staff = db.CourseStaff.Any(s => s.CourseId == courseId && s.UserId == caller.Id),
            Learner = db.Enrollments.Any(e => e.CourseId == courseId && e.UserId == caller.Id),
        }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        if (caller.IsAdmin || found.Staff) return new CourseSeat(courseId, caller.Id, Seat.Staff, found.PublicationId);
        return found.Learner ? new CourseSeat(courseId, caller.Id, Seat.Learner, found.PublicationId) : null;
    }

    /// <summary>The courses a person teaches; for an admin all.</summary>
    public IQueryable<Course> TaughtBy(Caller caller) =>
        caller.IsAdmin ? db.Courses : db.Courses.Where(c => db.CourseStaff.Any(s => s.CourseId == c.Id && s.UserId == caller.Id));

    /// <summary>The courses a person teaches or is enrolled in; for an admin all.</summary>
    public IQueryable<Course> Of(Caller caller) => caller.IsAdmin ? db.Courses : db.Courses.Where(c =>
        db.CourseStaff.Any(s => s.CourseId == c.Id && s.UserId == caller.Id) || db.Enrollments.Any(e => e.CourseId == c.Id && e.UserId == caller.Id));

    /// <summary>The courses a person could enrol in: published, open, and not yet theirs.</summary>
    public IQueryable<Course> OpenTo(Caller caller) => db.Courses.Where(c =>
        c.PublicationId != null && c.Enrolment == EnrolmentPolicy.Open
        && !db.CourseStaff.Any(s => s.CourseId == c.Id && s.UserId == caller.Id) && !db.Enrollments.Any(e => e.CourseId == c.Id && e.UserId == caller.Id));

    private Task<Guid?> CourseOfAsync(CourseThing thing, Guid id, CancellationToken ct) => thing switch
    {
        CourseThing.Course => Task.FromResult<Guid?>(id),
        CourseThing.Source => db.Sources.Where(s => s.Id == id).Select(s => (Guid?)s.CourseId).SingleOrDefaultAsync(ct),
        // A module that was taken out of the outline lives on in the publications that have it.
        CourseThing.Module => db.Modules.Where(m => m.Id == id).Select(m => (Guid?)m.CourseId)
            .Union(db.Publications.Where(p => p.Modules.Any(m => m.ModuleId == id)).Select(p => (Guid?)p.CourseId)).SingleOrDefaultAsync(ct),
        CourseThing.Objective => db.Reviewables.Where(r => r.Id == id && r.Kind == ReviewableKind.Objective).Select(r => (Guid?)r.CourseId).SingleOrDefaultAsync(ct),
        CourseThing.Review => db.Reviewables.Where(r => r.Id == id).Select(r => (Guid?)r.CourseId).SingleOrDefaultAsync(ct),
        CourseThing.Generation => db.Generations.Where(g => g.Id == id).Select(g => (Guid?)g.CourseId).SingleOrDefaultAsync(ct),
        _ => throw new ArgumentOutOfRangeException(nameof(thing), thing, "No rule says whose this is."),
    };
}

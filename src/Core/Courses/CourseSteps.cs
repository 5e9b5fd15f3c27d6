using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Courses;

public enum CourseStep
{
    Upload,
    Outline,
    Review,
    Publish,
}

/// <summary>How far a new course is.</summary>
/// <param name="Next">The step to go on with.</param>
/// <param name="Unread">Files that are still being read.</param>
/// <param name="Writing">Lessons, question pools or outlines under way.</param>
/// <param name="Unreviewed">Lessons and questions nobody has looked at.</param>
public sealed record CourseProgress(CourseStep Next, int Ready, int Unread, int Modules, int Writing, int Unreviewed, int Pieces);

/// <summary>Says of a course that was never published which step comes next: it can be left at any moment and gone on with later.</summary>
public sealed class CourseSteps(TutorDb db)
{
    public async Task<CourseProgress> OfAsync(Guid courseId, CancellationToken ct)
    {
        var found = await db.Courses.Where(c => c.Id == courseId).Select(c => new
        {
            c.Review,
            Ready = db.Sources.Count(s => s.CourseId == courseId && s.State == SourceState.Ready),
            Unread = db.Sources.Count(s => s.CourseId == courseId && s.State != SourceState.Ready && s.State != SourceState.Failed),
            Modules = db.Modules.Count(m => m.CourseId == courseId && m.State != ModuleState.Removed),
            Writing = db.Generations.Count(g => g.CourseId == courseId && (g.State == WorkState.Queued || g.State == WorkState.Running)),
            Unreviewed = db.Reviewables.Count(r => r.CourseId == courseId && r.Kind != ReviewableKind.Objective && r.State == ReviewState.Proposed),
            Pieces = db.Reviewables.Count(r => r.CourseId == courseId && r.Kind != ReviewableKind.Objective && r.State != ReviewState.Rejected),
        }).SingleAsync(ct);
        var next = found switch
        {
            { Ready: 0 } or { Unread: > 0, Modules: 0 } => CourseStep.Upload,
            { Modules: 0 } or { Pieces: 0 } => CourseStep.Outline,
            // Where review is no duty, somebody who has looked at a part may publish.
            { Review: ReviewPolicy.Required, Unreviewed: > 0 } => CourseStep.Review,
            _ when found.Unreviewed == found.Pieces => CourseStep.Review,
            _ => CourseStep.Publish,
        };
        return new CourseProgress(next, found.Ready, found.Unread, found.Modules, found.Writing, found.Unreviewed, found.Pieces);
    }
}

using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Review;

/// <summary>Which reviews to list; null is all.</summary>
/// <param name="Doubted">True for those a learner doubts and nobody has answered.</param>
public sealed record ReviewFilter(string? State = null, string? Kind = null, Guid? CourseId = null, Guid? ModuleId = null, bool Doubted = false);

/// <summary>Something to review with its newest content.</summary>
public sealed record ReviewEntry(Reviewable Reviewable, Revision Revision, string CourseTitle, string ModuleTitle)
{
    /// <summary>Learners' doubts that nobody has answered, oldest first.</summary>
    public IReadOnlyList<Flag> Doubts { get; init; } = [];
}

/// <summary>With its history, newest first.</summary>
public sealed record ReviewDetail(ReviewEntry Entry, IReadOnlyList<Revision> Revisions, IReadOnlyList<Decision> Decisions);

/// <summary>What there is to review for a person: everything of the courses they teach, for an admin of all.</summary>
public sealed class ReviewQueue(TutorDb db, CourseAccess access)
{
    public async Task<Outcome<Page<ReviewEntry>>> ListAsync(ReviewFilter filter, Caller caller, string? cursor, CancellationToken ct)
    {
        if (!caller.IsInstructor && !caller.IsAdmin) return CourseRefusals.InstructorsOnly;
        var inputs = new Inputs();
        var state = inputs.Word<ReviewState>("state", filter.State, "State");
        var kind = inputs.Word<ReviewableKind>("kind", filter.Kind, "Kind");
        if (inputs.Refusal is { } refusal) return refusal;
        var mine = access.TaughtBy(caller).Select(c => c.Id);
        var rows = db.Reviewables.AsNoTracking()
            .Where(r => mine.Contains(r.CourseId) && db.Modules.Any(m => m.Id == r.ModuleId && m.State != ModuleState.Removed));
        if (state is not null) rows = rows.Where(r => r.State == state);
        if (kind is not null) rows = rows.Where(r => r.Kind == kind);
        if (filter.CourseId is { } course) rows = rows.Where(r => r.CourseId == course);
        if (filter.ModuleId is { } module) rows = rows.Where(r => r.ModuleId == module);
        if (filter.Doubted) rows = rows.Where(r => db.Flags.Any(f => f.ItemId == r.Id && f.ClosedAt == null));
        if (!(await rows.PageAsync(cursor, ct)).Succeeded(out var page, out refusal)) return refusal;
        return new Page<ReviewEntry>(await WithContentAsync(page.Items, ct), page.Next);
    }

    /// <summary>How many items learners doubt, of a course or of all the person teaches.</summary>
    public Task<int> DoubtedAsync(Caller caller, Guid? courseId, CancellationToken ct)
    {
        var mine = access.TaughtBy(caller).Where(c => courseId == null || c.Id == courseId).Select(c => c.Id);
        return db.Flags.Where(f => f.ClosedAt == null && mine.Contains(f.CourseId)).Select(f => f.ItemId).Distinct().CountAsync(ct);
    }

    /// <summary>The items of a module, whole, in the order of the pool; rejected ones last.</summary>
    public async Task<IReadOnlyList<ReviewEntry>> ItemsAsync(Guid moduleId, CancellationToken ct)
    {
        var rows = await db.Reviewables.AsNoTracking().Where(r => r.ModuleId == moduleId && r.Kind == ReviewableKind.Item)
            .OrderBy(r => r.State == ReviewState.Rejected).ThenBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);
        return await WithContentAsync(rows, ct);
    }

    public async Task<ReviewDetail> GetAsync(Guid reviewId, CancellationToken ct)
    {
        var row = await db.Reviewables.AsNoTracking().SingleAsync(r => r.Id == reviewId, ct);
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.ReviewableId == reviewId).OrderByDescending(r => r.Number).ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ReviewableId == reviewId).OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).ToListAsync(ct);
        return new ReviewDetail((await WithContentAsync([row], ct))[0], revisions, decisions);
    }

    private async Task<IReadOnlyList<ReviewEntry>> WithContentAsync(IReadOnlyList<Reviewable> rows, CancellationToken ct)
    {
        var revisionIds = rows.Select(r => r.RevisionId).ToList();
        var courseIds = rows.Select(r => r.CourseId).Distinct().ToList();
        var moduleIds = rows.Select(r => r.ModuleId).Distinct().ToList();
        var revisions = await db.Revisions.AsNoTracking().Where(r => revisionIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var courses = await db.Courses.Where(c => courseIds.Contains(c.Id)).Select(c => new { c.Id, c.Title }).ToDictionaryAsync(c => c.Id, c => c.Title, ct);
        var modules = await db.Modules.Where(m => moduleIds.Contains(m.Id)).Select(m => new { m.Id, m.Title }).ToDictionaryAsync(m => m.Id, m => m.Title, ct);
        var ids = rows.Select(r => r.Id).ToList();
        var doubts = (await db.Flags.AsNoTracking().Where(f => ids.Contains(f.ItemId) && f.ClosedAt == null).OrderBy(f => f.CreatedAt).ToListAsync(ct)).ToLookup(f => f.ItemId);
        return [.. rows.Select(r => new ReviewEntry(r, revisions[r.RevisionId], courses[r.CourseId], modules.GetValueOrDefault(r.ModuleId, "")) { Doubts = [.. doubts[r.Id]] })];
    }
}

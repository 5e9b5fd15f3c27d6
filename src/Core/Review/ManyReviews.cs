using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Review;

/// <summary>What became of a decision on many: those it was made on, and how many could not be decided any more.</summary>
public sealed record ManyDecided(IReadOnlyList<Decision> Decisions, int Left);

/// <summary>One decision on many reviewables, or its undoing. Each is decided by itself: what one cannot be does not hold up the others.</summary>
public sealed class ManyReviews(TutorDb db, CourseAccess access, Reviewing reviewing)
{
    /// <summary>More than a page of the queue.</summary>
    public const int Most = 200;

    /// <param name="ids">What is not of a course the caller teaches is left out.</param>
    public async Task<ManyDecided> DecideAsync(IEnumerable<Guid> ids, NewDecision decision, Caller caller, CancellationToken ct)
    {
        var taught = access.TaughtBy(caller).Select(c => c.Id);
        var wanted = ids.Distinct().Take(Most).ToList();
        var mine = await db.Reviewables.Where(r => wanted.Contains(r.Id) && taught.Contains(r.CourseId)).Select(r => r.Id).ToListAsync(ct);
        var made = new List<Decision>();
        foreach (var id in mine)
            if ((await reviewing.DecideAsync(id, decision, caller.Id, ct)).Succeeded(out var one, out _)) made.Add(one);
        return new ManyDecided(made, wanted.Count - made.Count);
    }

    public async Task<ManyDecided> UndoAsync(IEnumerable<Guid> decisionIds, Caller caller, CancellationToken ct)
    {
        var taught = access.TaughtBy(caller).Select(c => c.Id);
        var wanted = decisionIds.Distinct().Take(Most).ToList();
        var mine = await db.Decisions.AsNoTracking().Where(d => wanted.Contains(d.Id))
            .Join(db.Reviewables.Where(r => taught.Contains(r.CourseId)), d => d.ReviewableId, r => r.Id, (d, r) => new { d.Id, d.ReviewableId }).ToListAsync(ct);
        var undone = new List<Decision>();
        foreach (var decision in mine)
            if ((await reviewing.UndoAsync(decision.ReviewableId, decision.Id, caller.Id, ct)).Succeeded(out var one, out _)) undone.Add(one);
        return new ManyDecided(undone, wanted.Count - undone.Count);
    }
}

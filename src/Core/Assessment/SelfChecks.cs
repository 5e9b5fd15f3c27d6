using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Assessment;

/// <summary>Questions to put to oneself while reading: of the module's pool, and none of the learner's quiz. Nothing of them is kept or counted.</summary>
public sealed class SelfChecks(TutorDb db, ItemPools pools)
{
    /// <summary>Surest first; empty where the quiz takes all there are.</summary>
    public async Task<IReadOnlyList<PoolItem>> ForAsync(CourseSeat seat, Guid moduleId, CancellationToken ct)
    {
        var publication = seat.IsStaff ? null : seat.PublicationId;
        var pool = publication is { } id ? await pools.RememberedAsync(db, id, moduleId, ct) : await ItemPools.WorkingAsync(db, moduleId, ct);
        var asked = await db.Quizzes.Where(q => q.LearnerId == seat.UserId && q.ModuleId == moduleId)
            .SelectMany(q => q.Items, (q, i) => new { q.PublicationId, i.ItemId }).ToListAsync(ct);
        var taken = asked.Select(a => a.ItemId).ToHashSet();
        // The quiz that is not made yet is known already: who learns decides it.
        if (!asked.Exists(a => a.PublicationId == publication)) taken.UnionWith(QuizChoice.Choose(pool.Items, pool.Objectives, seat.UserId).Select(i => i.ItemId));
        return [.. pool.Items.Where(i => !taken.Contains(i.ItemId)).OrderBy(i => i.Rank).ThenBy(i => i.ItemId)];
    }
}

using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Data;

namespace Tutor.Review;

/// <summary>Doubts that learners raise about items of their quizzes, and the answers they get from the course's staff.</summary>
public sealed class Flags(TutorDb db, TimeProvider clock)
{
    public const int MaxWords = 2000;

    /// <summary>Raised again while nobody has answered, it takes the place of what was said before.</summary>
    /// <param name="kind">camelCase of <see cref="FlagKind"/>.</param>
    public async Task<Outcome<Flag>> RaiseAsync(Guid quizId, Guid itemId, string? kind, string? reason, Guid learnerId, CancellationToken ct)
    {
        var inputs = new Inputs();
        var said = inputs.Word<FlagKind>("kind", kind, "What is wrong");
        if (kind is null) inputs.Add("kind", "Say what is wrong with the question.");
        var words = inputs.Text("reason", reason, "A reason", MaxWords, min: said == FlagKind.Other ? 1 : 0);
        if (inputs.Refusal is { } refusal) return refusal;
        var item = await db.Quizzes.Where(q => q.Id == quizId && q.LearnerId == learnerId)
            .SelectMany(q => q.Items.Where(i => i.ItemId == itemId), (q, i) => new { q.CourseId, i.RevisionId }).SingleOrDefaultAsync(ct);
        if (item is null) return AssessmentRefusals.NoSuchQuiz;
        await db.Database.ExecuteSqlAsync($"""
            insert into flags (id, course_id, item_id, revision_id, learner_id, kind, reason, created_at)
            values ({Guid.CreateVersion7()}, {item.CourseId}, {itemId}, {item.RevisionId}, {learnerId}, {said.ToString()}, {words}, {clock.Now()})
            on conflict (learner_id, item_id) where closed_at is null do update set revision_id = excluded.revision_id, kind = excluded.kind, reason = excluded.reason
            """, ct);
        return await db.Flags.AsNoTracking().SingleAsync(f => f.LearnerId == learnerId && f.ItemId == itemId && f.ClosedAt == null, ct);
    }

    /// <summary>Answers whoever doubts the item, and closes their doubts. The learners read it where they raised them.</summary>
    /// <returns>How many were open.</returns>
    public async Task<Outcome<int>> AnswerAsync(Guid itemId, string? answer, Guid userId, CancellationToken ct)
    {
        var inputs = new Inputs();
        var words = inputs.Text("answer", answer, "An answer", MaxWords);
        if (inputs.Refusal is { } refusal) return refusal;
        DateTimeOffset? now = clock.Now();
        Guid? by = userId;
        return await db.Flags.Where(f => f.ItemId == itemId && f.ClosedAt == null)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.Answer, words).SetProperty(x => x.ClosedAt, now).SetProperty(x => x.ClosedById, by), ct);
    }

    /// <summary>The learner's newest doubt about each item of a quiz.</summary>
    public async Task<IReadOnlyDictionary<Guid, Flag>> OfQuizAsync(Guid quizId, Guid learnerId, CancellationToken ct)
    {
        var items = db.Quizzes.Where(q => q.Id == quizId && q.LearnerId == learnerId).SelectMany(q => q.Items).Select(i => i.ItemId);
        var flags = await db.Flags.AsNoTracking().Where(f => f.LearnerId == learnerId && items.Contains(f.ItemId)).OrderBy(f => f.CreatedAt).ToListAsync(ct);
        return flags.GroupBy(f => f.ItemId).ToDictionary(g => g.Key, g => g.Last());
    }
}

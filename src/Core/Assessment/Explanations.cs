using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Assessment;

/// <summary>Explains a kept answer before hand-in, in courses that explain at once. From then on the answer stays: its key was told.</summary>
public sealed class Explanations(TutorDb db, ItemBodies bodies, CourseReading courses)
{
    public async Task<Outcome<ScoredItem>> GiveAsync(Guid quizId, Guid itemId, Guid learnerId, CancellationToken ct)
    {
        var mine = await db.Quizzes.Where(q => q.Id == quizId && q.LearnerId == learnerId).Select(q => new { q.CourseId, Has = q.Items.Any(i => i.ItemId == itemId) }).SingleOrDefaultAsync(ct);
        if (mine is null) return AssessmentRefusals.NoSuchQuiz;
        if (!mine.Has) return AssessmentRefusals.NotInQuiz;
        if ((await courses.OfAsync(mine.CourseId, ct)).Explanations != ExplanationTime.AtOnce) return AssessmentRefusals.ExplainedAtEnd;
        // One statement: an answer that is changed at the same moment is changed before, or not at all.
        await db.Set<QuizItem>().Where(i => i.QuizId == quizId && i.ItemId == itemId && i.SavedChoiceId != null).ExecuteUpdateAsync(i => i.SetProperty(x => x.Explained, true), ct);
        var item = await db.Set<QuizItem>().AsNoTracking().SingleAsync(i => i.QuizId == quizId && i.ItemId == itemId, ct);
        if (!item.Explained) return AssessmentRefusals.NotAnswered;
        return ScoredItem.Of(itemId, (await bodies.OfAsync(db, [item.RevisionId], ct))[item.RevisionId], item.SavedChoiceId);
    }
}

using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Assessment;

/// <summary>
/// Gives a learner the quiz of a module: made when it is first asked for, and the same from then on. A new publication brings a new quiz only where
/// it changes the module's items, and never in the middle of one that has been begun.
/// </summary>
public sealed class Quizzes(TutorDb db, ItemBodies bodies, TimeProvider clock)
{
    /// <summary>The quiz for the seat: learners get what is published; staff, of a module that is not, what could be.</summary>
    public async Task<Outcome<Quiz>> ForAsync(CourseSeat seat, Guid moduleId, CancellationToken ct)
    {
        var published = await db.Set<PublishedModule>().AnyAsync(m => m.PublicationId == seat.PublicationId && m.ModuleId == moduleId, ct);
        if (!published && !seat.IsStaff) return CourseRefusals.NothingPublished;
        var publicationId = published ? seat.PublicationId : null;
        var mine = await db.Quizzes.AsNoTracking().Where(q => q.LearnerId == seat.UserId && q.ModuleId == moduleId).OrderByDescending(q => q.CreatedAt).ThenByDescending(q => q.Id)
            .Include(q => q.Items).ThenInclude(i => i.Revision).FirstOrDefaultAsync(ct);
        if (mine is not null && await IsGoodAsync(mine, publicationId, ct)) return Ordered(mine);
        return await MakeAsync(seat, moduleId, publicationId, mine, ct);
    }

    /// <summary>Keeps an answer before hand-in. Null takes it back.</summary>
    public async Task<Outcome<Done>> SaveAnswerAsync(Guid quizId, Guid itemId, Guid? choiceId, Guid learnerId, CancellationToken ct)
    {
        var quiz = await db.Quizzes.Where(q => q.Id == quizId && q.LearnerId == learnerId).OfTheSeated(db)
            .Select(q => new { Revision = q.Items.Where(i => i.ItemId == itemId).Select(i => (Guid?)i.RevisionId).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        if (quiz is null) return AssessmentRefusals.NoSuchQuiz;
        if (quiz.Revision is not { } revision) return AssessmentRefusals.NotInQuiz;
        if (choiceId is { } choice && (await bodies.OfAsync(db, [revision], ct))[revision].Choices.All(c => c.Id != choice)) return AssessmentRefusals.NotInQuiz;
        // One statement: beside a hand-in it comes before, and is cleared, or after, and stays.
        var kept = await db.Database.ExecuteSqlAsync($"update quiz_item set saved_choice_id = {choiceId} where quiz_id = {quizId} and item_id = {itemId} and not explained", ct);
        return kept == 1 ? Done.It : AssessmentRefusals.AlreadyExplained;
    }

    /// <summary>The learner's own quiz with its items (without their bodies), locked against others until the transaction ends.</summary>
    internal static async Task<Quiz?> LockAsync(TutorDb db, Guid quizId, Guid learnerId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from quizzes where id = {quizId} for update", ct);
        return await db.Quizzes.OfTheSeated(db).Include(q => q.Items).SingleOrDefaultAsync(q => q.Id == quizId && q.LearnerId == learnerId, ct);
    }

    private async Task<bool> IsGoodAsync(Quiz quiz, Guid? publicationId, CancellationToken ct)
    {
        if (quiz.PublicationId == publicationId && publicationId is not null) return true;
        if (publicationId is null) return quiz.PublicationId is null && await IsCurrentAsync(quiz, ct);
        if (quiz.PublicationId is null) return false;
        var begun = quiz.Items.Exists(i => i.SavedChoiceId is not null) && !await db.Attempts.AnyAsync(a => a.QuizId == quiz.Id, ct);
        return begun || (await ItemsOfAsync(quiz.PublicationId.Value, quiz.ModuleId, ct)).SetEquals(await ItemsOfAsync(publicationId.Value, quiz.ModuleId, ct));
    }

    // What staff try out is remade when an item of it was edited or rejected.
    private async Task<bool> IsCurrentAsync(Quiz quiz, CancellationToken ct)
    {
        var revisions = quiz.Items.Select(i => i.RevisionId).ToList();
        return await db.Reviewables.CountAsync(r => revisions.Contains(r.RevisionId) && r.State != ReviewState.Rejected, ct) == revisions.Count;
    }

    private Task<HashSet<Guid>> ItemsOfAsync(Guid publicationId, Guid moduleId, CancellationToken ct) => db.Set<PublishedRevision>()
        .Where(r => r.PublicationId == publicationId && r.ModuleId == moduleId && r.Kind == ReviewableKind.Item).Select(r => r.RevisionId).ToHashSetAsync(ct);

    private async Task<Outcome<Quiz>> MakeAsync(CourseSeat seat, Guid moduleId, Guid? publicationId, Quiz? stale, CancellationToken ct)
    {
        var (pool, objectives) = publicationId is { } id ? await ItemPools.PublishedAsync(db, id, moduleId, ct) : await ItemPools.WorkingAsync(db, moduleId, ct);
        if (pool.Count == 0) return AssessmentRefusals.NoItems;
        var chosen = QuizChoice.Choose(pool, objectives, seat.UserId);
        var (quizId, now) = (Guid.CreateVersion7(), clock.Now());

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // An old try of staff makes room for a new one; of learners nothing is ever taken away.
        if (stale is { PublicationId: null }) await db.Quizzes.Where(q => q.Id == stale.Id).ExecuteDeleteAsync(ct);
        // Whoever asks at the same moment waits here, and then reads the quiz that was made.
        var made = await db.Database.ExecuteSqlAsync($"""
            insert into quizzes (id, learner_id, course_id, module_id, publication_id, created_at)
            values ({quizId}, {seat.UserId}, {seat.CourseId}, {moduleId}, {publicationId}, {now})
            on conflict (learner_id, module_id, publication_id) do nothing
            """, ct);
        if (made == 1)
        {
            db.Set<QuizItem>().AddRange(chosen.Select((c, i) => new QuizItem { QuizId = quizId, ItemId = c.ItemId, RevisionId = c.RevisionId, ObjectiveId = c.ObjectiveId, Position = i }));
            await db.SaveChangesAsync(ct);
            await LearnerModel.PrepareAsync(db, seat.UserId, [.. chosen.Select(c => c.ObjectiveId).OfType<Guid>().Distinct()], now, ct);
        }
        await transaction.CommitAsync(ct);
        return Ordered(await db.Quizzes.AsNoTracking().Include(q => q.Items).ThenInclude(i => i.Revision)
            .SingleAsync(q => q.LearnerId == seat.UserId && q.ModuleId == moduleId && q.PublicationId == publicationId, ct));
    }

    private static Quiz Ordered(Quiz quiz)
    {
        quiz.Items.Sort((a, b) => a.Position.CompareTo(b.Position));
        return quiz;
    }
}

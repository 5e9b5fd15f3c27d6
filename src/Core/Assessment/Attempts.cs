using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;
using Tutor.Review;

namespace Tutor.Assessment;

/// <summary>An attempt with what explains it: shown after hand-in only.</summary>
public sealed record ScoredAttempt(Attempt Attempt, Guid CourseId, Guid ModuleId, IReadOnlyList<ScoredItem> Items);

/// <summary>Hands quizzes in: scored once a key, in one transaction that holds the quiz, so that everything sent at once is counted once.</summary>
public sealed class Attempts(TutorDb db, ItemBodies items, CourseReading courses, TimeProvider clock)
{
    public const int MaxKeyLength = 200;

    /// <param name="key">The caller's: the same key is the same attempt, whatever else is sent with it.</param>
    /// <param name="answers">Choice by item; an item that is left out is not right.</param>
    public async Task<Outcome<ScoredAttempt>> SubmitAsync(Guid quizId, Guid learnerId, string? key, IReadOnlyDictionary<Guid, Guid> answers, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > MaxKeyLength) return AssessmentRefusals.NoKey;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await Quizzes.LockAsync(db, quizId, learnerId, ct) is not { } quiz) return AssessmentRefusals.NoSuchQuiz;
        var bodies = await BodiesAsync(quiz, ct);
        var before = await db.Attempts.Where(a => a.QuizId == quizId).Select(a => new { a.Id, a.IdempotencyKey }).ToListAsync(ct);
        if (before.Find(a => a.IdempotencyKey == key) is { } same) return Explain(quiz, bodies, await db.Attempts.AsNoTracking().Include(a => a.Answers).SingleAsync(a => a.Id == same.Id, ct));
        var allowed = (await courses.OfAsync(quiz.CourseId, ct)).AttemptsAllowed;
        if (before.Count >= allowed) return AssessmentRefusals.NoAttemptsLeft(allowed.Value);
        if (!Belongs(bodies, answers)) return AssessmentRefusals.NotInQuiz;

        var now = clock.Now();
        var attempt = Score(quiz, bodies, WithExplained(quiz, answers), key, before.Count + 1, now);
        db.Attempts.Add(attempt);
        attempt.Moves = await ObserveAsync(quiz, bodies, attempt, now, ct);
        await Completions.NoteAsync(db, learnerId, quiz.ModuleId, quiz.CourseId, now, ct);
        // The next attempt begins without the answers of this one.
        foreach (var item in quiz.Items) (item.SavedChoiceId, item.Explained) = (null, false);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Explain(quiz, bodies, attempt);
    }

    /// <summary>An attempt the learner made, as it was answered at the time.</summary>
    public async Task<Outcome<ScoredAttempt>> GetAsync(Guid quizId, Guid attemptId, Guid learnerId, CancellationToken ct)
    {
        var quiz = await db.Quizzes.AsNoTracking().OfTheSeated(db).Include(q => q.Items).SingleOrDefaultAsync(q => q.Id == quizId && q.LearnerId == learnerId, ct);
        var attempt = await db.Attempts.AsNoTracking().Include(a => a.Answers).SingleOrDefaultAsync(a => a.Id == attemptId && a.QuizId == quizId && a.LearnerId == learnerId, ct);
        return quiz is null || attempt is null ? AssessmentRefusals.NoSuchQuiz : Explain(quiz, await BodiesAsync(quiz, ct), attempt);
    }

    /// <summary>What the quiz's items say, by item.</summary>
    private async Task<IReadOnlyDictionary<Guid, ItemBody>> BodiesAsync(Quiz quiz, CancellationToken ct)
    {
        var bodies = await items.OfAsync(db, quiz.Items.Select(i => i.RevisionId), ct);
        return quiz.Items.ToDictionary(i => i.ItemId, i => bodies[i.RevisionId]);
    }

    private static bool Belongs(IReadOnlyDictionary<Guid, ItemBody> bodies, IReadOnlyDictionary<Guid, Guid> answers) =>
        answers.All(a => bodies.TryGetValue(a.Key, out var item) && item.Choices.Any(c => c.Id == a.Value));

    // What was explained was answered for good.
    private static Dictionary<Guid, Guid> WithExplained(Quiz quiz, IReadOnlyDictionary<Guid, Guid> answers)
    {
        var all = answers.ToDictionary();
        foreach (var item in quiz.Items)
            if (item is { Explained: true, SavedChoiceId: { } choice }) all[item.ItemId] = choice;
        return all;
    }

    private static Attempt Score(Quiz quiz, IReadOnlyDictionary<Guid, ItemBody> bodies, Dictionary<Guid, Guid> answers, string key, int number, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        var scored = quiz.Items.Select(item =>
        {
            var choice = answers.TryGetValue(item.ItemId, out var chosen) ? chosen : (Guid?)null;
            return new Answer { AttemptId = id, ItemId = item.ItemId, ChoiceId = choice, Correct = choice == KeyOf(bodies[item.ItemId]).Id };
        }).ToList();
        return new Attempt
        {
            Id = id,
            QuizId = quiz.Id,
            LearnerId = quiz.LearnerId,
            Number = number,
            IdempotencyKey = key,
            Score = scored.Count(a => a.Correct),
            OutOf = scored.Count,
            CreatedAt = now,
            Answers = scored,
        };
    }

    // An item that was left out is not right, but says nothing of what the learner knows.
    private async Task<IReadOnlyList<MasteryMove>> ObserveAsync(Quiz quiz, IReadOnlyDictionary<Guid, ItemBody> bodies, Attempt attempt, DateTimeOffset now, CancellationToken ct)
    {
        var answers = attempt.Answers.ToDictionary(a => a.ItemId);
        var observed = quiz.Items.OrderBy(i => i.Position).Where(i => i.ObjectiveId is not null && answers[i.ItemId].ChoiceId is not null)
            .Select(i => new Observation(i.ObjectiveId!.Value, answers[i.ItemId].Correct, bodies[i.ItemId].Choices.Count)).ToList();
        IReadOnlyList<Guid> objectives = [.. observed.Select(o => o.ObjectiveId).Distinct()];
        await LearnerModel.PrepareAsync(db, quiz.LearnerId, objectives, now, ct);
        return (await LearnerModel.LockAsync(db, quiz.LearnerId, objectives, ct)).Observe(observed, now);
    }

    private static ScoredAttempt Explain(Quiz quiz, IReadOnlyDictionary<Guid, ItemBody> bodies, Attempt attempt)
    {
        var answers = attempt.Answers.ToDictionary(a => a.ItemId);
        return new ScoredAttempt(
            attempt, quiz.CourseId, quiz.ModuleId, [.. quiz.Items.OrderBy(i => i.Position).Select(i => ScoredItem.Of(i.ItemId, bodies[i.ItemId], answers[i.ItemId].ChoiceId))]);
    }

    private static Choice KeyOf(ItemBody body) => body.Choices.Single(c => c.IsKey);
}

using Microsoft.EntityFrameworkCore;
using Tutor.Chats;
using Tutor.Data;
using Tutor.Language;
using Tutor.People;
using Tutor.Retrieval;

namespace Tutor.Tutoring;

/// <param name="Next">The step after it; null behind the last.</param>
public sealed record GivenHint(HintStep Step, TutorAnswer Answer, HintStep? Next, ChatQuota Quota);

/// <summary>Helps with an item of the learner's own quiz, a step at a time. Help that was given stays as it was given.</summary>
public sealed class HintService(TutorDb db, Screens screens, PassageSearch search, ChatQuotas quotas, ChatThrottle throttle, Preferences preferences, ModelHints model, Lexicon lexicon, TimeProvider clock)
{
    private const int Passages = 20;

    /// <param name="step">Null for the one after those that were given.</param>
    public async Task<Outcome<GivenHint>> AskAsync(Guid quizId, Guid itemId, HintStep? step, Caller caller, CancellationToken ct)
    {
        if (await screens.ItemAsync(caller.Id, null, quizId, itemId, ct) is not { } item) return ChatRefusals.NoSuchItem;
        var given = await db.Hints.AsNoTracking().Where(h => h.QuizId == quizId && h.ItemId == itemId).ToListAsync(ct);
        var wanted = step ?? Enum.GetValues<HintStep>().FirstOrDefault(s => !given.Exists(h => h.Step == s), HintStep.Example);
        if (given.Find(h => h.Step == wanted) is { } same) return new GivenHint(wanted, same.Answer, After(wanted), await quotas.OfAsync(caller.Id, ct));
        if (throttle.Wait(caller.Id) is { } wait) return ChatRefusals.TooFast(wait);
        if (!(await quotas.SpendAsync(caller.Id, ct)).Succeeded(out var quota, out var refusal)) return refusal;
        return new GivenHint(wanted, await GiveAsync(item, wanted, ct), After(wanted), quota);
    }

    /// <summary>A step of help, kept for the next time it is asked for.</summary>
    internal async Task<TutorAnswer> GiveAsync(OwnItem item, HintStep step, CancellationToken ct)
    {
        var given = await db.Hints.AsNoTracking().Where(h => h.QuizId == item.QuizId && h.ItemId == item.ItemId).OrderBy(h => h.CreatedAt).ToListAsync(ct);
        if (given.Find(h => h.Step == step) is { } same) return same.Answer;
        var quiz = await db.Quizzes.Where(q => q.Id == item.QuizId).Select(q => new { q.CourseId, q.LearnerId }).SingleAsync(ct);
        var answer = await WriteAsync(quiz.CourseId, quiz.LearnerId, item, step, [.. given.Select(h => h.Answer.Text)], ct);
        var (now, json) = (clock.Now(), System.Text.Json.JsonSerializer.Serialize(answer, JsonColumn.Options));
        // Of two that ask at once the first one's words are kept.
        await db.Database.ExecuteSqlAsync($"""
            insert into hints (quiz_id, item_id, step, answer, created_at) values ({item.QuizId}, {item.ItemId}, {step.ToString()}, {json}::jsonb, {now})
            on conflict (quiz_id, item_id, step) do nothing
            """, CancellationToken.None);
        return (await db.Hints.AsNoTracking().SingleAsync(h => h.QuizId == item.QuizId && h.ItemId == item.ItemId && h.Step == step, CancellationToken.None)).Answer;
    }

    private async Task<TutorAnswer> WriteAsync(Guid courseId, Guid learnerId, OwnItem item, HintStep step, IReadOnlyList<string> earlier, CancellationToken ct)
    {
        var found = (await search.SearchAsync(courseId, item.Body.Stem, Passages, ct)).ToList();
        var proof = item.Body.Citations[0];
        // The passage that proves the key leads, wherever the search found it.
        var at = found.FindIndex(p => p.Chunk.Id == proof.ChunkId);
        if (at > 0) (found[0], found[at]) = (found[at], found[0]);
        else if (at < 0 && await db.Chunks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == proof.ChunkId, ct) is { } chunk) found.Insert(0, new Passage(chunk, proof.SourceName, 1));
        if (found.Count == 0) return Gone();
        var material = new HintMaterial(item.Body, found, lexicon);
        if (!model.Is || !(await preferences.OfAsync(learnerId, ct)).Ai) return ExtractiveHints.Write(step, material);
        var (written, why) = await model.WriteAsync(courseId, step, material, earlier, ct);
        return written ?? ExtractiveHints.Write(step, material) with { Notice = why };
    }

    /// <summary>The source the item rests on was deleted.</summary>
    private static TutorAnswer Gone() => new(AnswerKind.NotCovered, [new AnswerSentence("What this question rests on is no longer part of the course, so there is nothing to point at.", [])], [], [], WriterName.ExtractiveTutor);

    private static HintStep? After(HintStep step) => step == HintStep.Example ? null : step + 1;
}

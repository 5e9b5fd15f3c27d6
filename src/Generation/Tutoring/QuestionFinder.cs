using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tutor.Chats;
using Tutor.Checks;
using Tutor.Data;
using Tutor.People;
using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Tutoring;

/// <summary>Finds the passages for a question, and says whether the course covers it.</summary>
public sealed partial class QuestionFinder(PassageSearch search, TutorDb db, Preferences preferences, ModelTutor model)
{
    /// <summary>Many for a tutor, who reads the best of them; the others tell how usual a word is, and whether the question's phrases are the course's.</summary>
    private const int Passages = 40;

    /// <summary>One word is in many headings, and a heading speaks for the passages that were found first.</summary>
    private const int WordsOfHeading = 2, Near = 10;

    /// <summary>What a passage on the learner's screen is nearer than another.</summary>
    private const double OnScreen = 0.05;

    internal async Task<QuestionContext> FindAsync(AskedMessage asked, ScreenContent screen, CancellationToken ct)
    {
        var guard = screen.Item is { IsOpen: true } item ? new KeyGuard(item.Body) : null;
        var asks = model.Is && (await preferences.OfAsync(asked.Chat.LearnerId, ct)).Ai;
        var reading = FollowUps.Read(asked.Message.Text, asked.Before);
        if (screen.ChunkIds.Count > 0 && IsAboutScreen(reading)) return new QuestionContext(asked, screen, reading, new AskedQuestion(screen.Title, QuestionKind.Summary, []), await OnScreenAsync(screen, ct), true, guard, asks);
        var queries = asks && asked.Before.Count > 0 ? await model.RewriteAsync(asked.Chat.CourseId, asked.Message.Text, asked.Before, ct) : null;
        // A model that leaves the question as it was has not read it with the conversation.
        if (queries is [var first, ..] && first != asked.Message.Text) reading = string.Join(' ', queries);
        var found = Ranked(await search.SearchAsync(asked.Chat.CourseId, reading, Passages, ct), screen);
        return new QuestionContext(asked, screen, reading, QuestionReader.Read(reading), found, await CoversAsync(asked.Chat.CourseId, reading, found, ct), guard, asks);
    }

    /// <summary>Whether the course covers a question, by the rule alone.</summary>
    public async Task<bool> CoversAsync(Guid courseId, string question, CancellationToken ct) =>
        await CoversAsync(courseId, question, await search.SearchAsync(courseId, question, Passages, ct), ct);

    private async Task<bool> CoversAsync(Guid courseId, string question, IReadOnlyList<Passage> found, CancellationToken ct)
    {
        if (found.Count == 0) return false;
        if (IsHeading(question, found)) return true;
        if (await search.WeighAsync(courseId, CoverageEvidence.TextsOf(question), ct) is { } weighed) return CoverageRule.Covers(CoverageEvidence.Of(question, weighed, found));
        // A course too large for memory: its words are not counted, so it is asked only whether the best passage speaks of the question at all.
        var asked = QuestionWords.Of(question).ToHashSet(StringComparer.Ordinal);
        return found.Take(3).Any(p => ContentWords.Of(p.Chunk.IndexedText).Where(asked.Contains).Distinct(StringComparer.Ordinal).Count() * 2 > asked.Count);
    }

    /// <summary>"Why are cells small?" under "Why cells are small": the material asks it itself.</summary>
    private static bool IsHeading(string question, IReadOnlyList<Passage> found)
    {
        var asked = QuestionWords.Of(question).ToHashSet(StringComparer.Ordinal);
        return asked.Count >= WordsOfHeading && found.Take(Near).Any(p => p.Chunk.Headings.Any(h => asked.IsSubsetOf(ContentWords.Of(h))));
    }

    /// <summary>"Summarise this page", "what is this about?": nothing of its own to look for.</summary>
    private static bool IsAboutScreen(string text) => AboutScreen().IsMatch(text.Trim());

    private async Task<IReadOnlyList<Passage>> OnScreenAsync(ScreenContent screen, CancellationToken ct)
    {
        var ids = screen.ChunkIds.ToList();
        var chunks = await db.Chunks.AsNoTracking().Where(c => ids.Contains(c.Id)).Join(db.Sources.Where(s => s.State == SourceState.Ready), c => c.SourceId, s => s.Id, (c, s) => new { Chunk = c, s.Name }).ToListAsync(ct);
        return [.. chunks.OrderBy(c => ids.IndexOf(c.Chunk.Id)).Select((c, i) => new Passage(c.Chunk, c.Name, 1 - ((double)i / ids.Count)))];
    }

    private static IReadOnlyList<Passage> Ranked(IReadOnlyList<Passage> found, ScreenContent screen)
    {
        if (screen.ChunkIds.Count == 0) return found;
        var shown = screen.ChunkIds.ToHashSet();
        return [.. found.OrderByDescending(p => p.Score + (shown.Contains(p.Chunk.Id) ? OnScreen : 0))];
    }

    [GeneratedRegex(@"^(please |can you |could you )*(explain|summari[sz]e|sum up|describe|what is|what['’]?s|tell me about|help me (with|understand)|what does|give me (a summary|an overview) of|overview of|summary of|main (points?|ideas?) of|what are the (main|key) (points?|ideas?) (of|in|on|here))?\s*((all (of )?)?(this|the|that|these)( (page|lesson|module|text|section|slide|passage|screen|chapter|paragraph|part))?|here|it)?( (about|say|mean|here|to me|on (this|the) (page|screen)|in (this|the) (lesson|text|module)))*[\s?!.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex AboutScreen();
}

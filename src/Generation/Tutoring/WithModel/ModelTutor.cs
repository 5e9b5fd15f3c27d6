using System.Runtime.CompilerServices;
using Tutor.Chats;
using Tutor.Checks;
using Tutor.Models;
using Tutor.Prompts;
using Tutor.Retrieval;
using Tutor.Review;

namespace Tutor.Tutoring;

/// <summary>What a model is asked.</summary>
/// <param name="Typed">The question as it was typed.</param>
/// <param name="Guard">Null where no quiz is open beside the chat.</param>
internal sealed record ModelQuestion(Guid CourseId, string Typed, IReadOnlyList<ChatMessage> Before, string Screen, IReadOnlyList<Passage> Found, SupportCheck Support, KeyGuard? Guard);

/// <summary>How a model's answer ended.</summary>
internal sealed class ModelEnding
{
    /// <summary>Why it broke off; null where it came to its end.</summary>
    public ModelFailure? Failure { get; set; }

    public bool NotCovered { get; set; }

    public int Dropped { get; set; }
}

/// <summary>Has a model of the role tutor answer. A sentence is given on as soon as it is complete and has passed its checks; none that has not is ever seen.</summary>
public sealed class ModelTutor(PromptRunner runner, ModelRoles roles)
{
    private const string Prompt = "chat_answer", Rewriting = "query_rewriting";

    private const int MostQueries = 3, LongestQuery = 300, RememberedMessages = 6, LongestRemembered = 1200;

    public bool Is => runner.Has(ModelRole.Tutor);

    public string Name => roles.NameOf(ModelRole.Tutor);

    /// <summary>The question as queries that stand without the conversation; null where the model cannot say, or its budget is spent.</summary>
    public async Task<IReadOnlyList<string>?> RewriteAsync(Guid courseId, string question, IReadOnlyList<ChatMessage> before, CancellationToken ct)
    {
        try
        {
            var values = new PromptValues().Text("question", question);
            if (before.Count > 0) values.List("history", History(before));
            var answer = await runner.AskAsync(runner[Rewriting], values, courseId, null, ct);
            var queries = JsonAnswer.Read<QueriesAnswer>(answer.Text).Queries.Select(q => q.Trim()).Where(q => q.Length is > 0 and <= LongestQuery).Take(MostQueries).ToList();
            return queries.Count > 0 ? queries : null;
        }
        catch (ModelFailedException)
        {
            // It stands in model_calls; the question is then read without a model.
            return null;
        }
    }

    internal async IAsyncEnumerable<(string Text, IReadOnlyList<Citation> Citations)> AnswerAsync(ModelQuestion asked, ModelEnding ending, [EnumeratorCancellation] CancellationToken ct)
    {
        var (set, passages) = ModelPassages.Of(asked.Found, asked.Guard);
        var values = new PromptValues().Text("question", asked.Typed).List("passages", passages);
        if (asked.Before.Count > 0) values.List("history", History(asked.Before));
        if (asked.Screen.Length > 0) values.Text("screen", asked.Screen);
        var lines = new AnswerLines(set, asked.Support, text => asked.Guard?.Allows(text) ?? true);
        var objects = new JsonObjects();
        await using var pieces = runner.StreamAsync(runner[Prompt], values, asked.CourseId, ct).GetAsyncEnumerator(ct);
        while (await NextAsync(pieces, ending))
            foreach (var json in objects.Take(pieces.Current))
                if (lines.Read(json) is { } sentence) yield return sentence;
        (ending.NotCovered, ending.Dropped) = (lines.NotCovered, lines.Dropped);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<string> pieces, ModelEnding ending)
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (ModelFailedException e)
        {
            ending.Failure = e.Failure;
            return false;
        }
    }

    private static IEnumerable<PromptItem> History(IReadOnlyList<ChatMessage> before) => before.TakeLast(RememberedMessages)
        .Select((m, i) => new PromptItem($"m{i + 1}", $"{(m.Speaker == Speaker.Learner ? "Learner" : "Tutor")}: {(m.Text.Length <= LongestRemembered ? m.Text : m.Text[..LongestRemembered])}"));

    private sealed record QueriesAnswer(IReadOnlyList<string> Queries);
}

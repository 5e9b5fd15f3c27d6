using Tutor.Models;
using Tutor.Prompts;

namespace Tutor.ModelWriting;

/// <summary>What an answer came to when it was read against the passages and checked.</summary>
/// <param name="Body">Null where nothing of it can be used.</param>
/// <param name="Faults">What is wrong with it, in words the model gets to read.</param>
internal sealed record Reading<T>(T? Body, IReadOnlyList<string> Faults)
    where T : class;

/// <summary>What a model wrote.</summary>
/// <param name="Body">Null where it failed its checks twice: the extractive writer takes over.</param>
/// <param name="Model">Who wrote it, as the endpoint calls it.</param>
/// <param name="Repaired">True where the second try was taken.</param>
/// <param name="Faults">What was wrong with what was left out.</param>
public sealed record Written<T>(T? Body, string Model, bool Repaired, IReadOnlyList<string> Faults, int InputTokens, int OutputTokens)
    where T : class;

/// <summary>Asks for a draft, reads it, and gives it back once with the reasons where it has faults.</summary>
internal sealed class DraftLoop(PromptRunner runner)
{
    private const int MostReasons = 12, MostDraft = 16_000;

    /// <param name="values">Anew for each try.</param>
    /// <param name="tells">False for a prompt without room for a draft and reasons: it is asked the same again.</param>
    /// <exception cref="ModelFailedException">No model answered at all.</exception>
    public async Task<Written<T>> WriteAsync<TAnswer, T>(
        Prompt prompt, ModuleBrief module, Func<PromptValues> values, Func<TAnswer, Reading<T>> read, Func<Reading<T>, bool> enough, bool tells, CancellationToken ct)
        where T : class
    {
        var (first, answer) = await AskAsync(prompt, module, values(), read, ct);
        if (enough(first)) return Taken(first, answer, false, answer);
        var again = values();
        if (tells) again.Text("draft", answer.Text.Length <= MostDraft ? answer.Text : answer.Text[..MostDraft]).List("reasons", first.Faults.Take(MostReasons).Select((f, i) => new PromptItem($"r{i + 1}", f)));
        try
        {
            var (second, repaired) = await AskAsync(prompt, module, again, read, ct);
            var better = second.Body is not null && (first.Body is null || enough(second) || second.Faults.Count <= first.Faults.Count);
            return Taken(better ? second : first, better ? repaired : answer, better, answer, repaired);
        }
        catch (ModelFailedException) when (first.Body is not null)
        {
            // The model went away in between: what was good of the first draft is still good.
            return Taken(first, answer, false, answer);
        }
    }

    private async Task<(Reading<T> Reading, ModelAnswer Answer)> AskAsync<TAnswer, T>(Prompt prompt, ModuleBrief module, PromptValues values, Func<TAnswer, Reading<T>> read, CancellationToken ct)
        where T : class
    {
        var answer = await runner.AskAsync(prompt, values, module.CourseId, module.ArtefactKey, ct);
        try
        {
            return (read(JsonAnswer.Read<TAnswer>(answer.Text)), answer);
        }
        catch (ModelFailedException shape)
        {
            return (new Reading<T>(null, [shape.Failure.Message]), answer);
        }
    }

    private static Written<T> Taken<T>(Reading<T> reading, ModelAnswer by, bool repaired, params ReadOnlySpan<ModelAnswer> paid)
        where T : class
    {
        var (input, output) = (0L, 0L);
        foreach (var answer in paid) (input, output) = (input + answer.InputTokens, output + answer.OutputTokens);
        return new Written<T>(reading.Body, by.Model, repaired, [.. reading.Faults.Select(PlainWords.OfFault)], (int)input, (int)output);
    }
}

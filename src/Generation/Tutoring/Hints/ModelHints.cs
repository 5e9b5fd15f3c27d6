using Tutor.Chats;
using Tutor.Checks;
using Tutor.Models;
using Tutor.ModelWriting;
using Tutor.Prompts;
using Tutor.Work;

namespace Tutor.Tutoring;

/// <summary>Has a model write a step of help. It is given neither the options nor a sentence that tells the key, and what it writes is held against the key all the same.</summary>
public sealed class ModelHints(PromptRunner runner, ModelRoles roles)
{
    private const string Prompt = "hint";

    private const int Longest = 900;

    public bool Is => runner.Has(ModelRole.Tutor);

    /// <param name="earlier">Help the learner has had on the item, oldest first.</param>
    /// <returns>The help, or why there is none.</returns>
    internal async Task<(TutorAnswer? Answer, Notice? Why)> WriteAsync(Guid courseId, HintStep step, HintMaterial material, IReadOnlyList<string> earlier, CancellationToken ct)
    {
        var (set, passages) = ModelPassages.Of(material.Found, material.Guard);
        var values = new PromptValues().Word("step", Inputs.WordOf(step)).Text("stem", material.Item.Stem).List("passages", passages);
        if (earlier.Count > 0) values.List("earlier", earlier.Select((e, i) => new PromptItem($"h{i + 1}", e)));
        try
        {
            var answer = await runner.AskAsync(runner[Prompt], values, courseId, null, ct);
            return Read(JsonAnswer.Read<HintAnswer>(answer.Text), step, material, set) is { } hint ? (hint, null) : (null, TutorNotices.Unsupported);
        }
        catch (ModelFailedException e)
        {
            return (null, TutorNotices.Instead(e.Failure));
        }
    }

    private TutorAnswer? Read(HintAnswer answer, HintStep step, HintMaterial material, PassageSet set)
    {
        var text = answer.Text.Trim();
        var faults = new List<string>();
        var cited = set.Cite(answer.Quotes, faults);
        if (PlainWords.FaultOf(text) is not null || text.Length > Longest || faults.Count > 0 || !material.Guard.Allows(text) || InjectedOrders.IsIn(text)) return null;
        if (cited.Any(c => InjectedOrders.IsIn(c.Quote) || !material.Guard.Allows(c.ChunkId, c.Start, c.Quote.Length, c.Quote))) return null;
        // A pointer and a question state nothing of the matter; what explains it must be carried by its quotes.
        var states = step is HintStep.Concept or HintStep.Example;
        if (states && !material.Material.Support.Of(text, cited.Select(c => c.Quote)).Passed) return null;
        if (!states && !material.Material.Support.Of(text, cited.Select(c => c.Quote).Append(material.Item.Stem).Append(material.Place()).Concat(material.Found.Take(8).Select(p => p.Chunk.IndexedText))).Passed) return null;
        return new TutorAnswer(AnswerKind.Answer, [new AnswerSentence(text, [.. Enumerable.Range(0, cited.Count)])], cited, [], roles.NameOf(ModelRole.Tutor));
    }

    private sealed record HintAnswer(string Text, IReadOnlyList<QuoteAnswer> Quotes);
}

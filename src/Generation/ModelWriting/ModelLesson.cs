using Tutor.Checks;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>A lesson that passed its checks.</summary>
public sealed record WrittenLesson(LessonBody Body, IReadOnlyList<CheckResult> Checks);

/// <summary>Has a module's canonical lesson written by a model. Sentences their quotes do not carry are left out; a lesson that then fails a check is not taken.</summary>
public sealed class ModelLesson(PromptRunner runner)
{
    public const string PromptName = "lesson";

    /// <summary>Left-out sentences below which the rest is taken as it is: another call would cost more than they are worth.</summary>
    private const int FewFaults = 3;

    /// <param name="support">Over the whole course, which knows how rare a word is.</param>
    /// <exception cref="Models.ModelFailedException">No model answered.</exception>
    public Task<Written<WrittenLesson>> WriteAsync(ModuleBrief module, SupportCheck support, CancellationToken ct)
    {
        var passages = new PassageSet(module.Chunks, module.SourceNames, module.Objectives.SelectMany(o => o.Body.Citations).Select(c => c.ChunkId));
        PromptValues Values() => new PromptValues().Text("title", module.Title)
            .List("objectives", module.Objectives.Select((o, i) => new PromptItem($"o{i + 1}", o.Body.Text))).List("passages", passages.Items);
        return new DraftLoop(runner).WriteAsync<LessonAnswer, WrittenLesson>(
            runner[PromptName], module, Values, a => new LessonAnswerReader(module, passages, support).Read(a), r => r.Body is not null && r.Faults.Count < FewFaults, tells: true, ct);
    }
}

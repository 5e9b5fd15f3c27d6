using System.Globalization;
using Tutor.Checks;
using Tutor.Personalising;
using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>A lesson told again by a model, with what proves that nothing is missing.</summary>
internal sealed record ToldVariant(LessonVariant Variant, IReadOnlyList<CheckResult> Checks, int InputTokens, int OutputTokens);

/// <summary>Has a reviewed lesson told again for a profile. What is not told as it may be is told in the reviewed words.</summary>
internal sealed class ModelVariant(PromptRunner runner)
{
    public const string PromptName = "variant";

    private readonly GroundingJudge _judge = new(runner);

    /// <exception cref="Models.ModelFailedException">No model answered.</exception>
    public async Task<ToldVariant> WriteAsync(Guid courseId, string artefactKey, LessonBody lesson, Detail detail, LessonStyle style, CancellationToken ct)
    {
        var plain = LessonVariant.Of(lesson, detail, style);
        var reader = new RetellingReader(lesson, plain, new SupportCheck(new WordWeights(lesson.Sections.SelectMany(s => s.Sentences).Select(s => s.Text).Concat(lesson.Citations.Select(c => c.Quote)))));
        PromptValues Values() => new PromptValues()
            .List("sentences", reader.Given.Select((s, i) => new PromptItem(string.Create(CultureInfo.InvariantCulture, $"s{i + 1}"), Shown(s, lesson))))
            .Word("detail", detail.ToString().ToLowerInvariant()).Word("style", style.ToString().ToLowerInvariant()).Word("language", "the language it is in");
        var brief = new ModuleBrief(courseId, "", [], new Dictionary<Guid, string>(), [], artefactKey);
        var written = await new DraftLoop(runner).WriteAsync<VariantAnswer, Retelling>(runner[PromptName], brief, Values, reader.Read, r => r.Body is not null, tells: false, ct);
        if (written.Body is not { } retelling) return new ToldVariant(plain, [.. plain.Check(lesson), Origin.Refused(written)], written.InputTokens, written.OutputTokens);
        var (stays, notes, bill) = await JudgedAsync(brief, retelling, ct);
        var variant = reader.Variant(retelling, stays);
        return new ToldVariant(variant, [.. reader.Check(variant, retelling), Origin.By(written), .. notes], written.InputTokens + bill.InputTokens, written.OutputTokens + bill.OutputTokens);
    }

    private async Task<(Func<RetoldSentence, bool> Stays, IReadOnlyList<CheckResult> Notes, JudgeBill Bill)> JudgedAsync(ModuleBrief brief, Retelling retelling, CancellationToken ct)
    {
        if (!_judge.Has) return (_ => true, [], default);
        var own = retelling.Sentences.Where(s => s.IsOwnWords).Select(s => new Statement(s.Sentence.Text, [.. s.From.Select(f => f.Text)])).ToList();
        var judged = await _judge.JudgeAsync(brief.CourseId, brief.ArtefactKey, own, ct);
        var kept = judged.Kept.Select(s => s.Text).ToHashSet(StringComparer.Ordinal);
        var note = judged.Away is { } away
            ? new CheckResult("judge-away", true, $"No second model judged it: {away.Message} The other checks stand alone.")
            : new CheckResult("judge-agrees", true, string.Create(CultureInfo.InvariantCulture, $"A second model found {judged.Rejected.Count} of its sentences unsupported; they are told in the reviewed words."));
        return (s => kept.Contains(s.Sentence.Text), [note], judged.Bill);
    }

    private static string Shown(LessonSentence sentence, LessonBody lesson) =>
        $"{sentence.Text}\n{(sentence.Required ? "required\n" : "")}{string.Join('\n', sentence.Citations.Select(c => lesson.Citations[c].Quote))}";
}

using Tutor.Prompts;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>Takes out of a lesson by a model what a second model finds unsupported, and what leans on that.</summary>
internal sealed class LessonJudge(PromptRunner runner)
{
    private readonly GroundingJudge _judge = new(runner);

    public bool Has => _judge.Has;

    public async Task<Judged<LessonBody>> JudgeAsync(ModuleBrief module, LessonBody lesson, CancellationToken ct)
    {
        // Texts are distinct: no sentence stands twice in a lesson that has passed its checks.
        var statements = lesson.Sections.SelectMany(s => s.Sentences).Select(s => new Statement(s.Text, [.. s.Citations.Select(c => lesson.Citations[c].Quote)])).ToList();
        var judged = await _judge.JudgeAsync(module.CourseId, module.ArtefactKey, statements, ct);
        var kept = judged.Kept.Select(s => s.Text).ToHashSet(StringComparer.Ordinal);
        return new Judged<LessonBody>(judged.Rejected.Count == 0 ? lesson : Without(lesson, s => kept.Contains(s.Text)), judged.Rejected, judged.Away, judged.Bill);
    }

    /// <summary>What stands beside the lesson's checks.</summary>
    public static CheckResult Note(Judged<LessonBody> judged) =>
        judged.Away is { } away ? new CheckResult("judge-away", true, $"No second model judged the sentences: {away.Message} The other checks stand alone.")
        : new CheckResult("judge-agrees", true, judged.Rejected.Count == 0
            ? "A second model found every sentence supported by its quotes."
            : $"A second model found {judged.Rejected.Count} sentences unsupported, and they were left out. {judged.Rejected[0]}");

    private static LessonBody Without(LessonBody lesson, Func<LessonSentence, bool> stays)
    {
        var sections = new List<LessonSection>();
        foreach (var section in lesson.Sections)
        {
            var kept = new List<LessonSentence>();
            var (told, opens) = (true, false);
            foreach (var sentence in section.Sentences)
            {
                opens |= sentence.Opens;
                told = stays(sentence) && (told || !sentence.Leans);
                if (!told) continue;
                kept.Add(sentence with { Opens = opens || kept.Count == 0 });
                opens = false;
            }
            if (kept.Count > 0) sections.Add(section with { Sentences = kept });
        }
        return lesson with { Sections = sections };
    }
}

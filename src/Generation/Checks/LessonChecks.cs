using Tutor.Review;
using Tutor.Sources;

namespace Tutor.Checks;

/// <summary>Whether a lesson says only what its quotes say, all it must say, nothing twice, and in sentences that can be read where they stand.</summary>
/// <param name="chunks">The module's chunks, by id.</param>
public sealed class LessonChecks(SupportCheck support, IReadOnlyDictionary<Guid, Chunk> chunks)
{
    /// <param name="objectives">The module's objectives.</param>
    public IReadOnlyList<CheckResult> Check(LessonBody lesson, IEnumerable<Guid> objectives)
    {
        var sentences = lesson.Sections.SelectMany(s => s.Sentences).ToList();
        return
        [
            QuoteCheck.Check(lesson.Citations, chunks),
            Cited(lesson, sentences),
            Supported(lesson, sentences),
            Objectives(lesson, objectives),
            Required(sentences),
            StandsWhereItIs(lesson),
            Repeats(sentences),
        ];
    }

    private static CheckResult Cited(LessonBody lesson, List<LessonSentence> sentences)
    {
        var bare = sentences.FirstOrDefault(s => s.Citations.Count == 0 || s.Citations.Any(c => c < 0 || c >= lesson.Citations.Count));
        return new("every-sentence-cited", bare is null, bare is null
            ? "Every sentence points at the material."
            : $"A sentence points at no passage: “{QuoteCheck.Shorten(bare.Text)}”");
    }

    private CheckResult Supported(LessonBody lesson, List<LessonSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var found = support.Of(sentence.Text, sentence.Citations.Where(c => c >= 0 && c < lesson.Citations.Count).Select(c => lesson.Citations[c].Quote));
            if (found.Missing.Count > 0)
                return new("every-sentence-supported", false, $"“{found.Missing[0]}” stands in no quote of this sentence: “{QuoteCheck.Shorten(sentence.Text)}”");
            if (!found.Passed)
                return new("every-sentence-supported", false, $"The quotes do not say what this sentence says: “{QuoteCheck.Shorten(sentence.Text)}”");
        }
        return new("every-sentence-supported", true, "Every sentence says what its quotes say.");
    }

    private static CheckResult Objectives(LessonBody lesson, IEnumerable<Guid> objectives)
    {
        // A brief reader is served only by what every detail tells.
        var served = lesson.Sections.Where(s => s.ObjectiveId is not null && s.Sentences.Any(x => x.Detail == Detail.Brief)).Select(s => s.ObjectiveId!.Value).ToHashSet();
        var missing = objectives.Count(o => !served.Contains(o));
        return new("objectives-covered", missing == 0, missing == 0
            ? "The lesson serves every objective, also in its briefest form."
            : $"The lesson says nothing on {missing} of the module's objectives in its briefest form.");
    }

    private static CheckResult Required(List<LessonSentence> sentences)
    {
        var late = sentences.FirstOrDefault(s => s.Required && s.Detail != Detail.Brief);
        return new("required-facts", late is null && sentences.Count > 0, late is null
            ? sentences.Count > 0 ? "What every learner must be told is in every form of the lesson." : "The lesson is empty."
            : $"A fact every learner must be told is missing from the brief form: “{QuoteCheck.Shorten(late.Text)}”");
    }

    private static CheckResult StandsWhereItIs(LessonBody lesson)
    {
        foreach (var section in lesson.Sections)
            for (var i = 0; i < section.Sentences.Count; i++)
                if (Dangles(section.Sentences[i], i == 0))
                    return new("stands-where-it-is", false, $"This sentence refers to something the lesson has not said: “{QuoteCheck.Shorten(section.Sentences[i].Text)}”");
        return new("stands-where-it-is", true, "Every sentence can be understood where it stands.");
    }

    /// <summary>A sentence that leans is told together with the one before it; every other must begin on its own feet.</summary>
    private static bool Dangles(LessonSentence sentence, bool first) =>
        Openers.PointsElsewhere(sentence.Text) || ((first || !sentence.Leans) && Openers.LeansBack(sentence.Text));

    private static CheckResult Repeats(List<LessonSentence> sentences)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = sentences.FirstOrDefault(s => !seen.Add(string.Join(' ', ContentWords.Words(s.Text))));
        return new("nothing-twice", twice is null, twice is null
            ? "No sentence stands twice."
            : $"A sentence stands twice: “{QuoteCheck.Shorten(twice.Text)}”");
    }
}

using Tutor.Checks;
using Tutor.Review;

namespace Tutor.Personalising;

/// <summary>
/// What one learner reads of a module's lesson: the canonical lesson's own sentences, filtered by detail and ordered by style. A pure function of
/// the lesson and the two settings, so that learners with the same settings share it.
/// </summary>
/// <param name="Citations">Of the variant alone, in order of first appearance; sentences name them by index.</param>
public sealed record LessonVariant(Detail Detail, LessonStyle Style, IReadOnlyList<LessonSection> Sections, IReadOnlyList<Citation> Citations)
{
    public static LessonVariant Of(LessonBody lesson, Detail detail, LessonStyle style)
    {
        var sections = lesson.Sections
            .Select(s => s with { Sentences = [.. Told(s.Sentences, detail)] })
            .Where(s => s.Sentences.Count > 0);
        sections = style switch
        {
            LessonStyle.Examples => ExamplesFirst([.. sections.Select(ExamplesFirst)]),
            LessonStyle.Outline => WithTheirExamples(sections.Where(s => s.Kind is not LessonSectionKind.Summary || s.Sentences.Any(x => x.Required))),
            _ => WithTheirExamples(sections),
        };
        return Renumbered(detail, style, lesson, [.. sections]);
    }

    /// <summary>Proof that nothing a learner must be told was lost on the way: every objective explained, every required fact there, every word the lesson's own.</summary>
    public IReadOnlyList<CheckResult> Check(LessonBody lesson)
    {
        var told = Sections.SelectMany(s => s.Sentences).Select(s => s.Text).ToHashSet(StringComparer.Ordinal);
        var canonical = lesson.Sections.SelectMany(s => s.Sentences).ToList();
        var missing = canonical.FirstOrDefault(s => s.Required && !told.Contains(s.Text));
        var objectives = Sections.Select(s => s.ObjectiveId).ToHashSet();
        var unserved = lesson.Sections.FirstOrDefault(s => s.ObjectiveId is not null && !objectives.Contains(s.ObjectiveId));
        var own = canonical.Select(s => s.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            new("required-facts", missing is null, missing is null
                ? "Every fact the lesson must tell is told."
                : $"This version leaves out a fact the lesson must tell: “{QuoteCheck.Shorten(missing.Text)}”"),
            new("objectives-covered", unserved is null, unserved is null
                ? "Every objective of the lesson is served."
                : $"This version says nothing under “{unserved.Heading}”, which serves an objective."),
            new("lesson-words-only", told.IsSubsetOf(own), told.IsSubsetOf(own)
                ? "Every sentence is the reviewed lesson's own."
                : "This version holds sentences the reviewed lesson does not."),
        ];
    }

    /// <summary>A sentence that leans on one that is left out has nothing to stand on, so it goes as well.</summary>
    private static IEnumerable<LessonSentence> Told(IEnumerable<LessonSentence> sentences, Detail detail)
    {
        var opens = false;
        var previousTold = true;
        foreach (var sentence in sentences)
        {
            opens |= sentence.Opens;
            previousTold = sentence.Detail <= detail && (previousTold || !sentence.Leans || sentence.Required);
            if (!previousTold) continue;
            yield return sentence with { Opens = opens };
            opens = false;
        }
    }

    /// <summary>Inside an explanation the paragraph that tells an example comes first; the others keep their order.</summary>
    private static LessonSection ExamplesFirst(LessonSection section)
    {
        if (section.Kind != LessonSectionKind.Explanation) return section;
        var paragraphs = new List<List<LessonSentence>>();
        foreach (var sentence in section.Sentences)
        {
            if (sentence.Opens || paragraphs.Count == 0) paragraphs.Add([]);
            paragraphs[^1].Add(sentence);
        }
        return section with { Sentences = [.. paragraphs.OrderByDescending(p => p.Any(s => s.IsExample == true)).SelectMany(p => p.Select((s, i) => s with { Opens = i == 0 }))] };
    }

    /// <summary>In running text an example is a paragraph of what it is an example of, not a section of its own.</summary>
    private static IEnumerable<LessonSection> WithTheirExamples(IEnumerable<LessonSection> sections)
    {
        LessonSection? explained = null;
        foreach (var section in sections)
        {
            if (section.Kind == LessonSectionKind.Examples && explained is not null && explained.ObjectiveId == section.ObjectiveId)
            {
                explained = explained with { Sentences = [.. explained.Sentences, .. section.Sentences.Select((s, i) => i == 0 ? s with { Opens = true } : s)] };
                continue;
            }
            if (explained is not null) yield return explained;
            explained = section.Kind == LessonSectionKind.Explanation ? section : null;
            if (explained is null) yield return section;
        }
        if (explained is not null) yield return explained;
    }

    /// <summary>The overview, then each topic's example before what it is an example of, then the terms as a recapitulation.</summary>
    private static IEnumerable<LessonSection> ExamplesFirst(List<LessonSection> sections)
    {
        LessonSectionKind[] apart = [LessonSectionKind.Overview, LessonSectionKind.KeyIdeas, LessonSectionKind.Summary, LessonSectionKind.Confusions];
        IEnumerable<LessonSection> Of(LessonSectionKind kind) => sections.Where(s => s.Kind == kind);
        var body = sections.Where(s => !apart.Contains(s.Kind)).ToList();
        var topics = body.GroupBy(s => s.ObjectiveId is { } id ? id.ToString() : s.Heading);
        return Of(LessonSectionKind.Overview)
            .Concat(body.Where(s => s is { Kind: LessonSectionKind.Examples, ObjectiveId: null }))
            .Concat(topics.SelectMany(t => t.OrderByDescending(s => s.Kind == LessonSectionKind.Examples)).Where(s => s is not { Kind: LessonSectionKind.Examples, ObjectiveId: null }))
            .Concat(Of(LessonSectionKind.Confusions))
            .Concat(Of(LessonSectionKind.KeyIdeas))
            .Concat(Of(LessonSectionKind.Summary));
    }

    /// <param name="sections">Their sentences name the lesson's citations.</param>
    internal static LessonVariant Renumbered(Detail detail, LessonStyle style, LessonBody lesson, IReadOnlyList<LessonSection> sections)
    {
        var numbers = new Dictionary<int, int>();
        var citations = new List<Citation>();
        int Number(int old)
        {
            if (numbers.TryGetValue(old, out var number)) return number;
            citations.Add(lesson.Citations[old]);
            return numbers[old] = citations.Count - 1;
        }
        IReadOnlyList<LessonSection> numbered = [.. sections.Select(s => s with
        {
            Sentences = [.. s.Sentences.Select(x => x with { Citations = [.. x.Citations.Select(Number)] })],
        })];
        return new LessonVariant(detail, style, numbered, citations);
    }
}

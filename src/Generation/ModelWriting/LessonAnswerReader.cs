using System.Globalization;
using Tutor.Checks;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>Makes a lesson of a model's answer: only sentences that their own quotes carry, then the checks every lesson passes.</summary>
internal sealed class LessonAnswerReader(ModuleBrief module, PassageSet passages, SupportCheck support)
{
    private readonly List<Citation> _citations = [];
    private readonly List<string> _faults = [];

    public Reading<WrittenLesson> Read(LessonAnswer answer)
    {
        var sections = answer.Sections.Select(Section).OfType<LessonSection>().ToList();
        var body = new LessonBody(sections, _citations);
        var checks = new LessonChecks(support, module.Chunks.ToDictionary(c => c.Id)).Check(body, module.Objectives.Select(o => o.Id));
        _faults.AddRange(checks.Where(c => !c.Passed).Select(c => c.Message));
        return new Reading<WrittenLesson>(checks.All(c => c.Passed) ? new WrittenLesson(body, checks) : null, _faults);
    }

    private LessonSection? Section(SectionAnswer section)
    {
        var kept = new List<LessonSentence>();
        var told = true; // Whether the sentence before was kept: one that leans falls with it.
        foreach (var sentence in section.Sentences)
        {
            var made = sentence.Leans && !told ? null : Sentence(sentence, kept.Count == 0);
            told = made is not null;
            if (made is not null) kept.Add(made);
        }
        if (PlainWords.FaultOf(section.Heading) is { } fault) _faults.Add(fault);
        else if (kept.Count > 0) return new LessonSection(section.Kind, section.Heading.Trim(), ObjectiveOf(section.Objective), kept);
        return null;
    }

    private LessonSentence? Sentence(SentenceAnswer sentence, bool first)
    {
        var missing = new List<string>();
        var text = sentence.Text.Trim();
        var cited = passages.Cite(sentence.Quotes, missing);
        if (PlainWords.FaultOf(text) is { } fault) missing.Add(fault);
        var found = support.Of(text, cited.Select(c => c.Quote));
        if (cited.Count == 0) missing.Add("It has no quote.");
        else if (found.Missing.Count > 0) missing.Add($"“{found.Missing[0]}” stands in none of its quotes.");
        else if (!found.Passed) missing.Add("Its quotes do not say what it says.");
        if (missing.Count > 0)
        {
            _faults.Add($"“{QuoteCheck.Shorten(text)}”: {string.Join(' ', missing)}");
            return null;
        }
        var detail = sentence.Required ? Detail.Brief : sentence.Detail;
        return new LessonSentence(text, [.. cited.Select(Index)], detail, sentence.Required)
        {
            Opens = sentence.Opens || first,
            Leans = sentence.Leans && !first,
            Term = sentence.Term is { Length: > 0 } term && text.Contains(term, StringComparison.OrdinalIgnoreCase) ? term : null,
        };
    }

    private int Index(Citation citation)
    {
        var index = _citations.IndexOf(citation);
        if (index >= 0) return index;
        _citations.Add(citation);
        return _citations.Count - 1;
    }

    private Guid? ObjectiveOf(string? name) =>
        name is ['o', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= module.Objectives.Count ? module.Objectives[n - 1].Id : null;
}

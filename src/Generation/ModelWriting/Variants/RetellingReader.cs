using System.Globalization;
using Tutor.Checks;
using Tutor.Personalising;
using Tutor.Review;

namespace Tutor.ModelWriting;

/// <summary>
/// Makes a variant of a model's answer. A sentence that says more than those it retells, less than it may, or the opposite, is told in the reviewed words;
/// what must be told and is missing is added in them. So the variant always tells what the lesson's own variant tells a brief reader.
/// </summary>
/// <param name="plain">The variant that plain code makes, whose sentences the model was given.</param>
internal sealed class RetellingReader(LessonBody lesson, LessonVariant plain, SupportCheck support)
{
    private readonly List<(int Section, LessonSentence Sentence)> _given = [.. plain.Sections.SelectMany((s, i) => s.Sentences.Select(x => (i, Own(x, plain, lesson))))];

    /// <summary>What the model is given, each as s1, s2, … with its quotes.</summary>
    public IEnumerable<LessonSentence> Given => _given.Select(g => g.Sentence);

    public Reading<Retelling> Read(VariantAnswer answer)
    {
        var (told, faults) = (new List<RetoldSentence>(), new List<string>());
        foreach (var sentence in answer.Sentences)
        {
            var from = sentence.From.Distinct().Select(IndexOf).OfType<int>().ToList();
            if (from.Count == 0) faults.Add($"“{QuoteCheck.Shorten(sentence.Text)}” retells no sentence of the lesson.");
            else if (FaultOf(sentence.Text, from) is { } fault) (faults, told) = ([.. faults, fault], [.. told, .. from.Select(AsItIs)]);
            else told.Add(Retold(sentence, from));
        }
        // A model that gets most of it wrong has not understood what it was asked for.
        return new Reading<Retelling>(told.Count == 0 || faults.Count * 2 > answer.Sentences.Count ? null : new Retelling(told), faults);
    }

    /// <summary>The variant, with what was forgotten.</summary>
    /// <param name="stays">False for a sentence to tell in the reviewed words after all.</param>
    public LessonVariant Variant(Retelling retelling, Func<RetoldSentence, bool> stays)
    {
        var told = retelling.Sentences.SelectMany(s => !s.IsOwnWords || stays(s) ? [s] : s.From.Select(f => AsItIs(_given.FindIndex(g => g.Sentence == f)))).DistinctBy(s => s.Sentence.Text).ToList();
        var missing = _given.Select((g, i) => (g.Sentence, Index: i)).Where(g => !told.Exists(t => t.From.Contains(g.Sentence)))
            .Where(g => g.Sentence.Required || !told.Exists(t => t.Section == _given[g.Index].Section)).Select(g => AsItIs(g.Index));
        told.AddRange(missing);
        var sections = told.GroupBy(t => t.Section).Select(g => plain.Sections[g.Key] with { Sentences = [.. g.Select((t, i) => t.Sentence with { Opens = t.Sentence.Opens || i == 0, Leans = t.Sentence.Leans && i > 0 })] });
        return LessonVariant.Renumbered(plain.Detail, plain.Style, lesson, [.. sections]);
    }

    /// <summary>Proof that nothing was lost on the way and nothing added.</summary>
    public IReadOnlyList<CheckResult> Check(LessonVariant variant, Retelling retelling)
    {
        var texts = variant.Sections.SelectMany(s => s.Sentences).Select(s => s.Text).ToHashSet(StringComparer.Ordinal);
        var said = retelling.Sentences.Where(s => texts.Contains(s.Sentence.Text)).SelectMany(s => s.From).Select(f => f.Text).Concat(texts).ToHashSet(StringComparer.Ordinal);
        var missing = lesson.Sections.SelectMany(s => s.Sentences).FirstOrDefault(s => s.Required && !said.Contains(s.Text));
        var objectives = variant.Sections.Select(s => s.ObjectiveId).ToHashSet();
        var unserved = plain.Sections.FirstOrDefault(s => !objectives.Contains(s.ObjectiveId));
        return
        [
            new("required-facts", missing is null, missing is null ? "Every fact the lesson must tell is told." : $"This version leaves out a fact the lesson must tell: “{QuoteCheck.Shorten(missing.Text)}”"),
            new("objectives-covered", unserved is null, unserved is null ? "Every objective of the lesson is served." : $"This version says nothing under “{unserved.Heading}”, which serves an objective."),
        ];
    }

    private string? FaultOf(string text, List<int> from)
    {
        if (PlainWords.FaultOf(text) is { } markup) return markup;
        var originals = string.Join(' ', from.Select(i => _given[i].Sentence.Text));
        var found = support.Of(text, from.Select(i => _given[i].Sentence.Text));
        if (found.Missing.Count > 0) return $"“{found.Missing[0]}” stands in none of the sentences it retells: “{QuoteCheck.Shorten(text)}”";
        if (!found.Passed) return $"The sentences it retells do not say it: “{QuoteCheck.Shorten(text)}”";
        if (!Negation.IsKept(text, originals)) return $"It denies what the reviewed sentence says, or the other way round: “{QuoteCheck.Shorten(text)}”";
        return Openers.LeansBack(text) && !_given[from[0]].Sentence.Leans ? $"It leans on a sentence that may stand elsewhere: “{QuoteCheck.Shorten(text)}”" : null;
    }

    private RetoldSentence Retold(RetoldAnswer answer, List<int> from)
    {
        var (text, first) = (answer.Text.Trim(), _given[from[0]]);
        var originals = from.ConvertAll(i => _given[i].Sentence);
        var sentence = first.Sentence with
        {
            Text = text,
            Opens = answer.Opens,
            Citations = [.. originals.SelectMany(o => o.Citations).Distinct()],
            Required = originals.Exists(o => o.Required),
            Term = first.Sentence.Term is { } term && text.Contains(term, StringComparison.OrdinalIgnoreCase) ? term : null,
        };
        return new RetoldSentence(first.Section, sentence, originals);
    }

    private RetoldSentence AsItIs(int index) => new(_given[index].Section, _given[index].Sentence, [_given[index].Sentence]);

    private int? IndexOf(string name) => name.StartsWith('s') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= _given.Count ? n - 1 : null;

    /// <summary>A variant numbers its citations anew; here they go by the lesson's.</summary>
    private static LessonSentence Own(LessonSentence sentence, LessonVariant plain, LessonBody lesson) =>
        sentence with { Citations = [.. sentence.Citations.Select(c => lesson.Citations.ToList().IndexOf(plain.Citations[c]))] };
}

using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Writing;

namespace Tutor.Tutoring;

/// <summary>How well a run of sentences answers a question: by the words it shares, by where it was found, and by whether it is what the question wants.</summary>
internal sealed partial class RunScores
{
    /// <summary>What words of the headings above count, against those of the sentences.</summary>
    private const double InHeading = 0.5;

    private const double Density = 0.35, Place = 0.35, Length = 0.002;

    /// <summary>Words an answer may have without being long.</summary>
    private const int FairWords = 60;

    private readonly AskedQuestion _asked;
    private readonly TutorMaterial _material;
    private readonly IReadOnlyList<HashSet<string>> _topics;
    private readonly double _all;

    public RunScores(AskedQuestion asked, TutorMaterial material)
    {
        (_asked, _material) = (asked, material);
        _topics = [.. asked.Topics.Select(t => QuestionWords.Of(t).ToHashSet(StringComparer.Ordinal))];
        _all = Math.Max(0.1, material.Weights.Sum(asked.Words));
    }

    public double Of(LessonRun run)
    {
        var told = run.Sentences.SelectMany(s => s.Stems).ToHashSet(StringComparer.Ordinal);
        var density = run.Sentences.Average(s => Share(s.Stems, s));
        var place = run.Sentences.Max(s => _material.ScoreOf(s.Source.Chunk));
        return Share(told, run.First) + (Density * density) + (Place * place) + Wanted(run) - (Length * Math.Max(0, run.Words - FairWords)) + (run.Sentences.Count is >= 2 and <= 4 ? 0.08 : 0);
    }

    /// <summary>Whether a fact says what one of the things asked for is.</summary>
    public bool Defines(Fact fact, int topic) => fact.Kind == FactKind.Definition && Stems(fact.Term).SetEquals(_topics[topic]);

    private double Share(IReadOnlySet<string> told, LessonCandidate at)
    {
        var above = at.Source.Headings.SelectMany(ContentWords.Of).ToHashSet(StringComparer.Ordinal);
        return _asked.Words.Sum(w => told.Contains(w) ? Weight(w) : above.Contains(w) ? InHeading * Weight(w) : 0) / _all;
    }

    private double Weight(string stem) => Math.Max(0.05, _material.Weights[stem]);

    private double Wanted(LessonRun run) => _asked.Kind switch
    {
        QuestionKind.Definition => run.First.Facts.Any(f => Defines(f, 0)) ? 0.7
            : run.First.Facts.Any(f => f.Kind == FactKind.Definition && Stems(f.Term).IsSupersetOf(_topics[0])) ? 0.2
            : Introduces(run.First.Alone) ? 0.4
            : run.First.Facts.Any(f => Stems(f.Term).SetEquals(_topics[0])) ? 0.15 : 0,
        QuestionKind.Comparison => run.Sentences.Any(s => _topics.All(t => t.IsSubsetOf(s.Stems))) ? 0.3 + (run.Sentences.SelectMany(s => s.Facts).Any(f => f.Kind == FactKind.Comparison) ? 0.3 : 0) : 0,
        QuestionKind.List => run.Sentences.Any(s => s.Form is not null) || run.Sentences.SelectMany(s => s.Facts).Any(f => f.Kind == FactKind.Enumeration && Matches(f.Term)) ? 0.4 : 0,
        QuestionKind.Steps => run.Sentences.Any(s => s.Form is not null || s.Block is not null) || run.Sentences.SelectMany(s => s.Facts).Any(f => f.Kind is FactKind.Process or FactKind.Enumeration && Matches(f.Term)) ? 0.4 : 0,
        QuestionKind.Cause => run.Sentences.SelectMany(s => s.Facts).Any(f => f.Kind == FactKind.Cause) || run.Sentences.Any(s => Because().IsMatch(s.Text)) ? 0.25 : 0,
        QuestionKind.Person => run.Sentences.Any(s => s.Source.Tokens.Any(t => t.Is(PartOfSpeech.ProperNoun) && t.Start > s.Source.Sentence.Start)) ? 0.15 : 0,
        QuestionKind.Quantity => run.Sentences.Any(s => s.Text.Any(char.IsAsciiDigit)) ? 0.25 : 0,
        QuestionKind.Example => run.Sentences.Any(s => s.InExample) ? 0.5 : 0,
        QuestionKind.Summary => run.Sentences.SelectMany(s => s.Facts).Any(f => f.Kind == FactKind.Definition) ? 0.4 : 0.1 * Math.Min(3, run.Sentences.Sum(s => s.Facts.Count)),
        _ => 0,
    };

    /// <summary>"In operant conditioning, organisms learn to …": says of the thing, first of all, what goes on in it.</summary>
    private bool Introduces(string sentence)
    {
        var topic = _asked.Topics[0];
        var text = sentence.StartsWith("In ", StringComparison.Ordinal) || sentence.StartsWith("The ", StringComparison.Ordinal) ? sentence[(sentence.IndexOf(' ', StringComparison.Ordinal) + 1)..] : sentence;
        return topic.Length > 2 && text.StartsWith(topic, StringComparison.OrdinalIgnoreCase) && text.Length > topic.Length && text[topic.Length] is ',' or ' ';
    }

    private bool Matches(string term) => _topics.Count == 0 || Stems(term).Overlaps(_topics[0]);

    private static HashSet<string> Stems(string term) => ContentWords.Of(term).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(because|since|due to|leads? to|led to|causes?|caused|results? (in|from)|so that|in order to|therefore|explains? why|reasons?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Because();
}

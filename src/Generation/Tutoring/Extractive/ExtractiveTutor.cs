using Tutor.Chats;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Writing;

namespace Tutor.Tutoring;

/// <summary>
/// Answers without a model: with runs of the material's own sentences, in an order that can be read. A definition comes first where one is asked for,
/// both sides of a comparison are told, lists and series stay whole, and nothing is told that leans on what is not.
/// </summary>
internal sealed class ExtractiveTutor
{
    private const int MostSentences = 6, MostWords = 150, EnoughWords = 55;

    /// <summary>Share of the best run's score from which another is worth telling as well: less under the same heading, where it goes on with the same.</summary>
    private const double WorthTelling = 0.6, WorthTellingFromElsewhere = 0.8;

    /// <summary>Share of a run's words that were told already from which it only repeats.</summary>
    private const double Repeats = 0.6;

    private readonly AskedQuestion _asked;
    private readonly TutorMaterial _material;
    private readonly RunScores _scores;
    private readonly List<(LessonRun Run, double Score)> _runs;
    private readonly Func<Evidence, bool> _allowed;
    private readonly List<LessonRun> _told = [];

    private ExtractiveTutor(AskedQuestion asked, TutorMaterial material, Func<Evidence, bool> allowed)
    {
        (_asked, _material, _allowed, _scores) = (asked, material, allowed, new RunScores(asked, material));
        _runs = [.. LessonRuns.Of(material.Candidates).Where(r => r.CanOpen && r.Sentences.All(s => allowed(s.Source.Evidence)))
            .Select(r => (r, _scores.Of(r))).OrderByDescending(x => x.Item2).ThenBy(x => x.r.First.Index).ThenBy(x => x.r.Sentences.Count)];
    }

    /// <param name="allowed">What may be told: beside an open quiz not what proves a key.</param>
    /// <returns>Null where no sentence of the passages can be told.</returns>
    public static TutorAnswer? Answer(AskedQuestion asked, TutorMaterial material, Func<Evidence, bool> allowed) => new ExtractiveTutor(asked, material, allowed).Write();

    private TutorAnswer? Write()
    {
        var draft = new AnswerDraft(_material.SourceNames);
        var glossed = _asked.Kind is QuestionKind.Definition or QuestionKind.Comparison ? Gloss(draft) : new HashSet<string>(StringComparer.Ordinal);
        if (_asked.Kind == QuestionKind.Comparison) TellBothSides();
        else if (_runs.Count > 0) _told.Add(_runs[0].Run);
        TellMore(glossed);
        foreach (var run in InOrder()) draft.Add(run);
        return draft.Sentences.Count == 0 ? null : draft.ToAnswer(WriterName.ExtractiveTutor);
    }

    /// <summary>"Term: what it is.", for what is asked and defined in no sentence but in a glossary.</summary>
    private HashSet<string> Gloss(AnswerDraft draft)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var topic = 0; topic < _asked.Topics.Count; topic++)
        {
            if (_runs.Exists(r => r.Run.First.Facts.Any(f => _scores.Defines(f, topic)))) continue;
            if (_material.Table.Facts.FirstOrDefault(f => _scores.Defines(f, topic) && f.Statement.Length > 0 && _allowed(f.Evidence)) is not { } fact) continue;
            var text = $"{LessonRepairs.Capitalised(fact.Term)}: {LessonRepairs.Tidy(fact.Statement).TrimEnd('.')}.";
            draft.Add(text, fact.Evidence);
            told.UnionWith(ContentWords.Of(text));
        }
        return told;
    }

    /// <summary>What is said of both at once, else what each of them is, in the order they were asked for.</summary>
    private void TellBothSides()
    {
        var topics = _asked.Topics.Select(t => QuestionWords.Of(t).ToHashSet(StringComparer.Ordinal)).ToList();
        for (var i = 0; i < topics.Count; i++)
        {
            var topic = i;
            bool Defines(LessonRun run) => run.First.Facts.Any(f => _scores.Defines(f, topic));
            var side = _runs.Find(r => Defines(r.Run) && r.Run.Sentences.Count <= 2).Run
                ?? _runs.Find(r => r.Run.Sentences.Count <= 2 && topics[topic].IsSubsetOf(r.Run.First.Stems)).Run;
            if (side is not null && !_told.Exists(side.Overlaps)) _told.Add(side);
        }
        var both = _runs.Find(r => r.Run.Sentences.Count <= 3 && r.Run.Sentences.Any(s => topics.TrueForAll(t => t.IsSubsetOf(s.Stems)))).Run;
        if (both is not null && !_told.Exists(both.Overlaps)) _told.Add(both);
        if (_told.Count == 0 && _runs.Count > 0) _told.Add(_runs[0].Run);
    }

    /// <summary>A short answer is told further where the material says more of the same and not the same again.</summary>
    private void TellMore(HashSet<string> glossed)
    {
        if (_runs.Count == 0) return;
        foreach (var (run, score) in _runs)
        {
            var (sentences, words) = (_told.Sum(r => r.Sentences.Count), _told.Sum(r => r.Words));
            if (words >= EnoughWords || sentences >= MostSentences) return;
            if (score < (_told.Exists(r => r.First.Heading == run.First.Heading) ? WorthTelling : WorthTellingFromElsewhere) * _runs[0].Score || words + run.Words > MostWords || sentences + run.Sentences.Count > MostSentences || _told.Exists(run.Overlaps)) continue;
            var told = _told.SelectMany(r => r.Sentences).SelectMany(s => s.Stems).Concat(glossed).ToHashSet(StringComparer.Ordinal);
            var stems = run.Sentences.SelectMany(s => s.Stems).ToHashSet(StringComparer.Ordinal);
            if (stems.Count(told.Contains) < Repeats * stems.Count) _told.Add(run);
        }
    }

    /// <summary>The run that answers best leads; what stands in the text with it follows in the text's order. The sides of a comparison stay as asked.</summary>
    private IEnumerable<LessonRun> InOrder() => _asked.Kind == QuestionKind.Comparison ? _told : _told.Take(1).Concat(_told.Skip(1).OrderBy(r => r.First.Index));
}

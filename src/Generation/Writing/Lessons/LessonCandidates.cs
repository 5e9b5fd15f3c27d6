using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>Makes candidates of a module's sentences, one after the other, each knowing what it takes up from the one before.</summary>
internal sealed class LessonCandidates(IReadOnlyList<SourceSentence> sentences, ILookup<Guid, Fact> facts)
{
    private const int MostWordsOfSeries = 130;

    private readonly List<LessonCandidate> _all = [];
    private readonly LessonLeaning _leaning = new(sentences);
    private readonly HashSet<SourceSentence> _examples = LessonExamples.Of(sentences);
    private readonly Dictionary<SourceSentence, int> _series = SeriesOf(sentences);

    /// <summary>By paragraph: true where it tells what happened.</summary>
    private readonly Dictionary<int, bool> _past = sentences.GroupBy(s => s.Paragraph).ToDictionary(g => g.Key, g => g.Count() > 1 && g.Count(IsPast) > 0.6 * g.Count());

    // Where verbs are known at all, a line without one is no sentence.
    private readonly bool _verbsKnown = sentences.Count(HasVerb) > 0.5 * sentences.Count;

    /// <summary>The sentence above, whether it can be told or not, and its candidate.</summary>
    private SourceSentence? _above;
    private LessonCandidate? _previous;

    public IReadOnlyList<LessonCandidate> All => _all;

    /// <param name="fresh">False for what the module said already.</param>
    public void Add(SourceSentence sentence, bool fresh)
    {
        var text = LessonRepairs.Tidy(sentence.Sentence.Text);
        var told = fresh && text.Length > 0 && LessonRepairs.IsStatement(text) && !IsImperative(sentence) && (!_verbsKnown || HasVerb(sentence)) && !IsLostInSeries(sentence, text);
        _previous = told ? Keep(Candidate(sentence, text)) : null;
        _above = sentence;
    }

    /// <summary>A list is told from the words that announce it to its last item.</summary>
    public void Add(LessonList list)
    {
        var block = BlockOf(list.Items[0]);
        _previous = list.Lead is { } lead ? Keep(Lead(Candidate(lead, LessonRepairs.Tidy(lead.Sentence.Text)), block)) : null;
        foreach (var item in list.Items)
        {
            var text = LessonLists.TextOf(item);
            _previous = Keep(new LessonCandidate(_all.Count, item, text)
            {
                Alone = text,
                Leans = item != list.Items[0] || list.Lead is not null,
                Before = item != list.Items[0] || list.Lead is not null ? _previous : null,
                OpensParagraph = item == list.Items[0] && list.Lead is null,
                Block = block,
                Form = list.Ordered ? LessonForm.Step : LessonForm.Item,
                Facts = FactsOf(item),
            });
        }
        (_above, _previous) = (list.Items[^1], null);
    }

    /// <summary>Definitions in rows of tables, told as "Term: what it is."</summary>
    public void AddRows(IEnumerable<Fact> rows)
    {
        var paragraph = -1;
        foreach (var row in rows)
        {
            var text = $"{LessonRepairs.Capitalised(row.Term)}: {LessonRepairs.Tidy(row.Statement).TrimEnd('.')}.";
            if (!LessonRepairs.IsStatement(text)) continue;
            var source = new SourceSentence(new Sentence(row.Evidence.Text, row.Evidence.Start, []), row.Evidence.Chunk, BlockKind.Table, row.Section, row.Evidence.Chunk.Headings, paragraph--) { Tokens = [], StandsAlone = true };
            Keep(new LessonCandidate(_all.Count, source, text) { Alone = text, Leans = false, OpensParagraph = true, Facts = [row] });
        }
    }

    private LessonCandidate Candidate(SourceSentence sentence, string text)
    {
        var alone = LessonRepairs.WithoutConnective(text);
        var sameParagraph = _above?.Paragraph == sentence.Paragraph;
        var before = sameParagraph && sentence.Kind != BlockKind.List ? _previous : null;
        var narrative = _past[sentence.Paragraph];
        var goesOn = sameParagraph && before is null && (narrative || (_examples.Contains(sentence) && _examples.Contains(_above!)));
        return new LessonCandidate(_all.Count, sentence, text)
        {
            Alone = alone,
            Leans = _leaning.Leans(sentence, alone, sameParagraph ? _above : null),
            Before = before,
            Narrative = narrative,
            InExample = _examples.Contains(sentence),
            Broken = goesOn,
            OpensParagraph = !sameParagraph,
            Facts = FactsOf(sentence),
            Block = _series.TryGetValue(sentence, out var series) ? series : null,
        };
    }

    /// <summary>"These three things:" points forward, to the list.</summary>
    private static LessonCandidate Lead(LessonCandidate candidate, int block) => candidate with { Block = block, Leans = Openers.LeansBack(candidate.Alone) };

    private LessonCandidate Keep(LessonCandidate candidate)
    {
        _all.Add(candidate);
        return candidate;
    }

    private List<Fact> FactsOf(SourceSentence sentence) =>
        [.. facts[sentence.Chunk.Id].Where(f => f.Evidence.Start < sentence.Sentence.End && f.Evidence.End > sentence.Sentence.Start)];

    /// <summary>"The second type" without its first, or a first that no second follows.</summary>
    private bool IsLostInSeries(SourceSentence sentence, string text) => LessonLeaning.PlaceInSeries(text) == 1 && !_series.ContainsKey(sentence);

    /// <summary>Sentences from "First" to the last of its series in one paragraph, where that is short enough to be told whole.</summary>
    private static Dictionary<SourceSentence, int> SeriesOf(IReadOnlyList<SourceSentence> sentences)
    {
        var series = new Dictionary<SourceSentence, int>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in sentences.GroupBy(s => s.Paragraph).Select(g => g.ToList()))
        {
            var places = paragraph.ConvertAll(s => LessonLeaning.PlaceInSeries(s.Sentence.Text));
            var (first, last) = (places.IndexOf(1), places.LastIndexOf(2));
            if (first < 0 || last < first || paragraph.Skip(first).Take(last - first + 1).Sum(s => ContentWords.Count(s.Sentence.Text)) > MostWordsOfSeries) continue;
            for (var i = first; i <= last; i++) series[paragraph[i]] = BlockOf(paragraph[first]);
        }
        return series;
    }

    private static int BlockOf(SourceSentence first) => first.Paragraph;

    /// <summary>"Begin to reinforce …": an instruction, not a statement.</summary>
    private static bool IsImperative(SourceSentence s) => s.Tokens.Count > 0 && s.Tokens[0] is { Tag: PartOfSpeech.Verb, Form: WordForm.Base };

    private static bool IsPast(SourceSentence s) => s.Tokens.FirstOrDefault(t => t.IsFinite)?.Form == WordForm.Past;

    private static bool HasVerb(SourceSentence s) => s.Sentence.Tokens.Any(t => t.IsFinite);
}

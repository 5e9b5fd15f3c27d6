using Tutor.Checks;
using Tutor.Facts;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>What a module's lesson can be made of: its sentences in reading order with the facts they state, each matter once.</summary>
internal sealed class LessonMaterial
{
    /// <summary>Share of a sentence's runs of four words that were already said from which it says nothing new: the same chapter in a second format.</summary>
    private const double Repeated = 0.6;

    private LessonMaterial(IReadOnlyList<LessonCandidate> candidates, int words)
    {
        Candidates = candidates;
        Words = words;
    }

    public IReadOnlyList<LessonCandidate> Candidates { get; }

    /// <summary>Words of the module's running text, each matter once.</summary>
    public int Words { get; }

    public static LessonMaterial Of(FactTable table, IReadOnlyList<Guid> chunkIds)
    {
        var order = chunkIds.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var sentences = table.Sentences.Where(s => order.ContainsKey(s.Chunk.Id) && IsTold(s)).OrderBy(s => order[s.Chunk.Id]).ThenBy(s => s.Sentence.Start).ToList();
        var facts = table.Facts.Where(f => order.ContainsKey(f.Evidence.Chunk.Id)).ToLookup(f => f.Evidence.Chunk.Id);
        var past = sentences.GroupBy(s => s.Paragraph).ToDictionary(g => g.Key, g => g.Count() > 1 && g.Count(IsPast) > 0.6 * g.Count());
        var candidates = new List<LessonCandidate>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        SourceSentence? previous = null;
        var words = 0;
        foreach (var sentence in sentences)
        {
            var fresh = IsNew(sentence.Sentence.Text, said);
            if (fresh) words += ContentWords.Count(sentence.Sentence.Text);
            var candidate = fresh ? Candidate(candidates, sentence, previous, past[sentence.Paragraph], [.. facts[sentence.Chunk.Id].Where(f => Holds(sentence, f))]) : null;
            if (candidate is not null) candidates.Add(candidate);
            previous = candidate is null ? null : sentence;
        }
        return new LessonMaterial(candidates, words);
    }

    private static LessonCandidate? Candidate(List<LessonCandidate> before, SourceSentence sentence, SourceSentence? previous, bool narrative, IReadOnlyList<Fact> facts)
    {
        var text = LessonRepairs.Tidy(sentence.Sentence.Text);
        if (text.Length == 0 || !LessonRepairs.IsStatement(text)) return null;
        var alone = LessonRepairs.WithoutConnective(text);
        return new LessonCandidate(before.Count, sentence, text)
        {
            Alone = alone,
            Leans = Openers.LeansBack(alone) || (!sentence.StandsAlone && alone == text),
            Before = previous?.Paragraph == sentence.Paragraph && sentence.Kind != BlockKind.List ? before[^1] : null,
            Narrative = narrative,
            Facts = facts,
        };
    }

    private static bool IsTold(SourceSentence s) => s.Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Note && s.Section.Role is SectionRole.Body or SectionRole.Summary;

    private static bool IsPast(SourceSentence s) => s.Tokens.FirstOrDefault(t => t.IsFinite)?.Form == Language.WordForm.Past;

    private static bool Holds(SourceSentence sentence, Fact fact) =>
        fact.Evidence.Start < sentence.Sentence.End && fact.Evidence.End > sentence.Sentence.Start;

    private static bool IsNew(string text, HashSet<string> said)
    {
        var words = ContentWords.Words(text);
        var runs = Enumerable.Range(0, Math.Max(0, words.Count - 3)).Select(i => string.Join(' ', words.Skip(i).Take(4))).ToList();
        if (runs.Count == 0) return said.Add(string.Join(' ', words));
        var known = runs.Count(said.Contains);
        foreach (var run in runs) said.Add(run);
        return known < Repeated * runs.Count;
    }
}

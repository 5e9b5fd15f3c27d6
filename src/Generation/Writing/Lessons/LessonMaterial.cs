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
        var sentences = WithoutOpenings([.. table.Sentences.Where(s => order.ContainsKey(s.Chunk.Id) && IsTold(s)).OrderBy(s => order[s.Chunk.Id]).ThenBy(s => s.Sentence.Start)]);
        var facts = table.Facts.Where(f => order.ContainsKey(f.Evidence.Chunk.Id)).ToLookup(f => f.Evidence.Chunk.Id);
        var candidates = new LessonCandidates(sentences, facts);
        var lists = LessonLists.Of(sentences);
        var (said, listed) = (new HashSet<string>(StringComparer.Ordinal), -1);
        var words = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.Paragraph == listed) continue;
            if (lists.TryGetValue(sentence, out var list))
            {
                listed = sentence.Paragraph;
                if (!IsNew(string.Join(' ', list.Items.Select(i => i.Sentence.Text)), said)) continue;
                candidates.Add(list);
                words += list.Items.Sum(i => ContentWords.Count(i.Sentence.Text));
                continue;
            }
            var fresh = IsNew(sentence.Sentence.Text, said);
            if (fresh) words += ContentWords.Count(sentence.Sentence.Text);
            candidates.Add(sentence, fresh);
        }
        candidates.AddRows(Rows(table, order));
        if (candidates.All.Count == 0) candidates.AddRows(Glossary(table, order));
        return new LessonMaterial(candidates.All, words);
    }

    /// <summary>Definitions that stand in rows of tables.</summary>
    private static IEnumerable<Fact> Rows(FactTable table, Dictionary<Guid, int> order) => table.Facts
        .Where(f => f.Kind == FactKind.Definition && order.ContainsKey(f.Evidence.Chunk.Id) && f.Section.Role == SectionRole.Body && KindAt(f.Evidence) == BlockKind.Table)
        .DistinctBy(f => f.Key, StringComparer.Ordinal);

    /// <summary>A glossary repeats what its chapter teaches; where there is nothing else, it is what is taught.</summary>
    private static IEnumerable<Fact> Glossary(FactTable table, Dictionary<Guid, int> order) => table.Facts
        .Where(f => f.Kind == FactKind.Definition && order.ContainsKey(f.Evidence.Chunk.Id) && f.Section.Role == SectionRole.Glossary)
        .DistinctBy(f => f.Key, StringComparer.Ordinal);

    private static BlockKind? KindAt(Evidence evidence) => evidence.Chunk.Parts.FirstOrDefault(p => evidence.Start >= p.Start && evidence.Start < p.End)?.Kind;

    /// <summary>A chapter's introduction leads to the matter; it is told only where there is hardly anything else.</summary>
    private static List<SourceSentence> WithoutOpenings(List<SourceSentence> sentences)
    {
        var taught = sentences.Where(s => s.Headings.Count == 0 || !OutlineTitles.IsOpening(s.Headings[^1])).ToList();
        return taught.Count >= 8 ? taught : sentences;
    }

    private static bool IsTold(SourceSentence s) => s.Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Note && s.Section.Role is SectionRole.Body or SectionRole.Summary;

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

using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>What a module's lesson can be made of: its sentences in reading order with the facts they state, each matter once.</summary>
internal sealed partial class LessonMaterial
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
        var past = sentences.GroupBy(s => s.Paragraph).ToDictionary(g => g.Key, g => g.Count() > 1 && g.Count(IsPast) > 0.6 * g.Count());
        // Where verbs are known at all, a line without one is no sentence.
        var verbsKnown = sentences.Count(HasVerb) > 0.5 * sentences.Count;
        var candidates = new List<LessonCandidate>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        SourceSentence? previous = null, above = null;
        var words = 0;
        var examples = Examples(sentences);
        foreach (var sentence in sentences)
        {
            var fresh = IsNew(sentence.Sentence.Text, said);
            if (fresh) words += ContentWords.Count(sentence.Sentence.Text);
            var candidate = fresh && !IsImperative(sentence) && (!verbsKnown || HasVerb(sentence)) ? Candidate(candidates, sentence, previous, past[sentence.Paragraph], examples.Contains(sentence), [.. facts[sentence.Chunk.Id].Where(f => Holds(sentence, f))]) : null;
            if (candidate is not null)
            {
                var goesOn = candidate.Before is null && above?.Paragraph == sentence.Paragraph;
                candidates.Add(candidate with
                {
                    Broken = goesOn && (candidate.Narrative || (candidate.InExample && examples.Contains(above!))),
                    OpensParagraph = above?.Paragraph != sentence.Paragraph,
                });
            }
            previous = candidate is null ? null : sentence;
            above = sentence;
        }
        candidates.AddRange(Rows(table, order, candidates.Count));
        return new LessonMaterial(candidates, words);
    }

    /// <summary>Definitions that stand in rows of tables: told as "Term: what it is."</summary>
    private static IEnumerable<LessonCandidate> Rows(FactTable table, Dictionary<Guid, int> order, int index) => table.Facts
        .Where(f => f.Kind == FactKind.Definition && order.ContainsKey(f.Evidence.Chunk.Id) && f.Section.Role == SectionRole.Body && KindAt(f.Evidence) == BlockKind.Table)
        .DistinctBy(f => f.Key, StringComparer.Ordinal)
        .Where(f => LessonRepairs.IsStatement(RowText(f)))
        .Select((f, i) => new LessonCandidate(
            index + i,
            new SourceSentence(new Sentence(f.Evidence.Text, f.Evidence.Start, []), f.Evidence.Chunk, BlockKind.Table, f.Section, f.Evidence.Chunk.Headings, -1 - i) { Tokens = [], StandsAlone = true },
            RowText(f))
        {
            Alone = RowText(f),
            Leans = false,
            Facts = [f],
        });

    private static string RowText(Fact fact) => $"{LessonRepairs.Capitalised(fact.Term)}: {LessonRepairs.Tidy(fact.Statement).TrimEnd('.')}.";

    private static BlockKind? KindAt(Evidence evidence) => evidence.Chunk.Parts.FirstOrDefault(p => evidence.Start >= p.Start && evidence.Start < p.End)?.Kind;

    /// <summary>A chapter's introduction leads to the matter; it is told only where there is hardly anything else.</summary>
    private static List<SourceSentence> WithoutOpenings(List<SourceSentence> sentences)
    {
        var taught = sentences.Where(s => s.Headings.Count == 0 || !OutlineTitles.IsOpening(s.Headings[^1])).ToList();
        return taught.Count >= 8 ? taught : sentences;
    }

    private static LessonCandidate? Candidate(List<LessonCandidate> before, SourceSentence sentence, SourceSentence? previous, bool narrative, bool inExample, IReadOnlyList<Fact> facts)
    {
        var text = LessonRepairs.Tidy(sentence.Sentence.Text);
        if (text.Length == 0 || !LessonRepairs.IsStatement(text)) return null;
        var alone = LessonRepairs.WithoutConnective(text);
        return new LessonCandidate(before.Count, sentence, text)
        {
            Alone = alone,
            Leans = Openers.LeansBack(alone) || !StandsAlone(sentence),
            Before = previous?.Paragraph == sentence.Paragraph && sentence.Kind != BlockKind.List ? before[^1] : null,
            Narrative = narrative,
            InExample = inExample,
            Facts = facts,
        };
    }

    /// <summary>Sentences of examples: one that says so, and those behind it that go on with its people and things; behind "Imagine" the rest of the paragraph.</summary>
    private static HashSet<SourceSentence> Examples(List<SourceSentence> sentences)
    {
        var found = new HashSet<SourceSentence>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in sentences.GroupBy(s => s.Paragraph))
        {
            var (story, example) = (false, false);
            foreach (var s in paragraph)
            {
                story |= Story().IsMatch(s.Sentence.Text);
                example = Standing.OpensExample(s.Sentence.Text) || (example && s.Tokens.Count > 0 && s.Tokens[0].Tag is PartOfSpeech.Pronoun or PartOfSpeech.ProperNoun);
                if (story || example) found.Add(s);
            }
        }
        return found;
    }

    [GeneratedRegex(@"^((Now|So|But|Or|And),? )?(imagine|suppose|say,|let[’']s (say|imagine|suppose|assume)|picture|think of a time|if you were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Story();

    /// <summary>A subject that opens with a quantity ("Some researchers …") takes nothing up, unless the rest does.</summary>
    private static bool StandsAlone(SourceSentence s) => s.StandsAlone
        || (s.Tokens.Count > 5 && s.Tokens[0].Lower is "many" or "most" or "some" or "several" or "each" or "one" && s.Tokens[1].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective && Standing.StandsAlone([.. s.Tokens.Skip(1)]));

    /// <summary>"Begin to reinforce …": an instruction, not a statement.</summary>
    private static bool IsImperative(SourceSentence s) => s.Tokens.Count > 0 && s.Tokens[0] is { Tag: PartOfSpeech.Verb, Form: WordForm.Base };

    private static bool IsTold(SourceSentence s) => s.Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Note && s.Section.Role is SectionRole.Body or SectionRole.Summary;

    private static bool IsPast(SourceSentence s) => s.Tokens.FirstOrDefault(t => t.IsFinite)?.Form == WordForm.Past;

    private static bool HasVerb(SourceSentence s) => s.Sentence.Tokens.Any(t => t.IsFinite);

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

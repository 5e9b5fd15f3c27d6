using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Collects what may be a term (headings, emphasis, subjects of facts, frequent phrases, long forms of acronyms) and scores it.</summary>
internal sealed class TermFinder(CourseText course, PatternContext context, SentenceReader reader)
{
    /// <summary>A phrase nobody defines and no heading names must stand this often in one section to be a term.</summary>
    private const int FewestUses = 3;

    private readonly SortedDictionary<string, TermCandidate> _candidates = new(StringComparer.Ordinal);

    public IReadOnlyList<Term> Find(IReadOnlyList<PlacedFact> facts)
    {
        AddSubjects(facts);
        AddHeadings();
        AddEmphasis();
        AddPhrases();
        Aliases.Find(course, context, this);
        CountUses();
        return [.. _candidates.Values.Where(IsTerm).Select(Score).OrderByDescending(t => t.Score).ThenBy(t => t.Key, StringComparer.Ordinal)];
    }

    internal TermCandidate Add(TermPhrase term)
    {
        if (!_candidates.TryGetValue(term.Key, out var candidate))
        {
            _candidates[term.Key] = candidate = new TermCandidate(term.Key) { Plural = term.Plural };
        }
        candidate.Texts[term.Text] = candidate.Texts.GetValueOrDefault(term.Text) + 1;
        candidate.Plural &= term.Plural;
        return candidate;
    }

    private void AddSubjects(IReadOnlyList<PlacedFact> facts)
    {
        foreach (var fact in facts.Where(f => f.Found.Kind is not FactKind.Claim || f.Found.Pattern is "done-by" or "theory-holds"))
        {
            var candidate = Add(fact.Found.Term);
            if (fact.Found.Kind == FactKind.Definition && fact.Found.Sure > candidate.Defined)
            {
                (candidate.Defined, candidate.DefinedIn) = (fact.Found.Sure, fact.Section.Role == SectionRole.Glossary ? null : fact.Section.Index);
            }
        }
    }

    private void AddHeadings()
    {
        foreach (var section in course.Sections.Where(s => s.Role == SectionRole.Body))
        {
            foreach (var heading in section.Headings.Append(section.Title).Where(h => h.Length > 2))
            {
                var tokens = reader.ReadOne(Lower(heading)).Tokens;
                foreach (var phrase in PhrasesOf(tokens))
                {
                    if (context.Terms.Read(phrase) is { } term)
                    {
                        var candidate = Add(term);
                        candidate.HeadingIn.Add(section.Index);
                        candidate.IsWholeHeading |= phrase.Count >= tokens.Count - 1;
                    }
                }
            }
        }
    }

    /// <summary>Headings capitalise every word; their names are known from the text.</summary>
    private string Lower(string heading) => string.Join(' ', heading.Split(' ').Select(w => Spelling.Small(w, context.Casing.IsName)));

    private void AddEmphasis()
    {
        foreach (var block in course.Blocks.Where(b => course.SectionFor(b).Role == SectionRole.Body))
        {
            foreach (var span in block.Part.Emphasis)
            {
                var text = block.Chunk.Text.Substring(span.Start, span.Length);
                var tokens = reader.ReadOne(text).Tokens;
                if (tokens.Count is > 0 and < 6 && context.Terms.Read(new Phrase(tokens, 0, tokens.Count), lenient: true) is { } term)
                {
                    Add(term).Emphasised = true;
                }
            }
        }
    }

    private void AddPhrases()
    {
        var counts = new SortedDictionary<(int Section, string Key), (int Count, TermPhrase Term)>(Comparer<(int Section, string Key)>.Create((a, b) => a.Section != b.Section ? a.Section.CompareTo(b.Section) : string.CompareOrdinal(a.Key, b.Key)));
        foreach (var sentence in course.Sentences.Where(s => s.Section.Role == SectionRole.Body))
        {
            foreach (var phrase in PhrasesOf(sentence.Tokens).Where(p => p.Count is >= 1 and <= 5))
            {
                if (context.Terms.Read(phrase) is { } term)
                {
                    counts[(sentence.Section.Index, term.Key)] = (counts.GetValueOrDefault((sentence.Section.Index, term.Key)).Count + 1, term);
                }
            }
        }
        foreach (var (_, (count, term)) in counts)
        {
            if (count >= FewestUses && (term.Words > 1 || count >= 2 * FewestUses))
            {
                Add(term);
            }
        }
    }

    internal static IEnumerable<Phrase> PhrasesOf(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var end = NounPhrases.EndOf(tokens, i);
            if (end > i)
            {
                yield return new Phrase(tokens, i, end);
            }
            i = Math.Max(end, i + 1);
        }
    }

    private void CountUses()
    {
        var uses = new TermUses(_candidates.Keys);
        foreach (var sentence in course.Sentences)
        {
            var words = sentence.Tokens.Where(t => char.IsLetterOrDigit(t.Text[0])).Select(t => context.Keys.Word(t.Lower)).ToList();
            foreach (var key in uses.In(words))
            {
                var candidate = _candidates[key];
                candidate.Uses[sentence.Section.Index] = candidate.Uses.GetValueOrDefault(sentence.Section.Index) + 1;
            }
        }
    }

    private static bool IsTerm(TermCandidate candidate) => candidate.Uses.Count > 0 || candidate.Defined > 0.9;

    private Term Score(TermCandidate candidate)
    {
        var total = Math.Max(1, candidate.Uses.Values.Sum());
        var most = candidate.Uses.Count == 0 ? (candidate.DefinedIn ?? candidate.HeadingIn.FirstOrDefault()) : candidate.Uses.MaxBy(u => u.Value).Key;
        var home = course.Sections[candidate.DefinedIn is { } defined && candidate.Uses.GetValueOrDefault(defined) * 3 >= candidate.Uses.GetValueOrDefault(most) ? defined : most];
        var inSection = candidate.Uses.GetValueOrDefault(home.Index);
        var inChapter = candidate.Uses.Where(u => course.Sections[u.Key].Chapter == home.Chapter).Sum(u => u.Value);
        var words = candidate.Key.Split(' ').Length;
        var score = (candidate.HeadingIn.Contains(home.Index) ? candidate.IsWholeHeading ? 0.3 : 0.2 : 0)
            + (candidate.Emphasised ? 0.25 : 0)
            + (candidate.Defined > 0.95 ? 0.5 : candidate.Defined >= 0.85 ? 0.35 : candidate.Defined >= 0.7 ? 0.15 : 0)
            + 0.2 * Math.Min(1, Math.Log2(1 + inSection) / 4)
            + 0.2 * (total < 2 ? 0.3 : inChapter / (double)total)
            + (words > 1 ? 0.12 : 0) + (words > 2 && inSection < 2 ? -0.1 : 0);
        var text = candidate.Texts.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).First().Key;
        return new Term(candidate.Key, text, home, Math.Clamp(score, 0, 1)) { Aliases = [.. candidate.Aliases], Plural = candidate.Plural };
    }
}

using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Runs every pattern over a course, scores the terms, and keeps what is sure enough.</summary>
internal sealed class FactReader(CourseText course, Lexicon lexicon)
{
    private readonly SentenceReader _reader = new(lexicon);
    private readonly PatternContext _context = Context(course, lexicon);
    private readonly Dictionary<Guid, int> _order = course.Blocks.Select(b => b.Chunk.Id).Distinct().Index().ToDictionary(x => x.Item, x => x.Index);
    private readonly ILookup<Guid, TextBlock> _blocks = course.Blocks.ToLookup(b => b.Chunk.Id);

    private readonly DataTables _data = DataTables.Of(course.Blocks.Select(b => b.Chunk).Distinct());

    private static PatternContext Context(CourseText course, Lexicon lexicon)
    {
        var keys = new TermKeys(lexicon);
        return new PatternContext(lexicon, keys, new TermRules(keys, course.Casing), course.Casing, PersonNames.Of(course.Sentences));
    }

    public (IReadOnlyList<Fact> Facts, IReadOnlyList<Term> Terms) Read()
    {
        var placed = course.Sentences.SelectMany(FromSentence).Concat(FromNeighbours()).Concat(FromStructure()).OrderBy(f => Order(f.Evidence)).ToList();
        var terms = new TermFinder(course, _context, _reader).Find(placed);
        var byKey = terms.ToDictionary(t => t.Key, StringComparer.Ordinal);
        return ([.. placed.Select(p => Score(p, byKey)).Distinct(SameFact.Instance)], terms);
    }

    private (int, int) Order(Evidence evidence) => (_order.GetValueOrDefault(evidence.Chunk.Id), evidence.Start);

    private IEnumerable<PlacedFact> FromSentence(SourceSentence sentence)
    {
        if (sentence.Section.Role is not (SectionRole.Body or SectionRole.Summary) || HeadingText.IsApparatus(sentence.Headings) || sentence.Kind == Tutor.Sources.BlockKind.Caption || sentence.Tokens.Count < 5 || sentence.Tokens[^1].Text == "?" || Standing.IsImperative(sentence.Tokens))
        {
            return [];
        }
        var clauses = sentence.Clauses.Where((c, i) => i == 0 && sentence.StandsAlone || Standing.CanState(c)).ToList();
        var found = clauses.SelectMany(c => DefinitionPatterns.Find(c, _context).Concat(NamingPatterns.Find(c, _context))).Concat(AppositionPatterns.Find(sentence, _context)).Concat(CalledPatterns.Find(sentence, _context))
            .Where(f => !IsCircular(f) && !PointsBack(f, sentence)).DistinctBy(f => (f.Term.Key, f.Statement)).ToList();
        if (sentence.InExample)
        {
            // Inside a story only the plainest definitions are about more than the story.
            return found.Where(f => f.Sure >= 0.7).Select(f => PlacedFact.Of(f, sentence).Naming(sentence.Names));
        }
        var others = ExamplePatterns.Find(sentence, _context).Concat(sentence.StandsAlone || sentence.Names is not null ? EnumerationPatterns.FindBeforeColon(sentence, _context) : [])
            .Concat(clauses.SelectMany(c => EnumerationPatterns.Find(c, _context).Concat(ComparisonPatterns.Find(c, _context)).Concat(ClaimPatterns.Find(c, _context)).Concat(TheoryPatterns.Find(c, _context))));
        var properties = clauses.SelectMany(c => PropertyPatterns.Find(c, _context)).Where(p => found.All(f => f.Term.Key != p.Term.Key) && !PointsBack(p, sentence));
        // What proves an item stands in one section: somebody named in full only elsewhere is not known by that name here.
        return found.Concat(others).Concat(properties).Where(f => f.Support is null || f.Support.Section == sentence.Section)
            .Select(f => PlacedFact.Of(f, sentence).Naming(sentence.Names));
    }

    /// <summary>"It teaches them …": where one pronoun was resolved, another may stand for what the sentence before named.</summary>
    private static bool PointsBack(Found found, SourceSentence sentence) => sentence.Names is not null && found.Statement.Split(' ').Any(w => w is "them" or "him");

    /// <summary>"reality, a process in which people create reality": the term was longer than what was read of it.</summary>
    private bool IsCircular(Found found) => found.Kind == FactKind.Definition && (" " + _context.Keys.Of(found.Statement) + " ").Contains(" " + found.Term.Key + " ", StringComparison.Ordinal);

    private IEnumerable<PlacedFact> FromNeighbours()
    {
        for (var i = 1; i < course.Sentences.Count; i++)
        {
            var (before, sentence) = (course.Sentences[i - 1], course.Sentences[i]);
            if (before.Paragraph == sentence.Paragraph && CalledPatterns.FindAcross(before, sentence, _context) is { } found)
            {
                yield return PlacedFact.Of(found, before) with { Support = [sentence.Evidence] };
            }
        }
    }

    private IEnumerable<PlacedFact> FromStructure()
    {
        TextBlock? before = null;
        foreach (var block in course.Blocks)
        {
            if (HeadingText.IsApparatus(block.Headings))
            {
                continue;
            }
            var section = course.SectionFor(block);
            var rows = GlossaryRows.Find(block, section, _context, _reader).ToList();
            foreach (var fact in rows.Concat(_data.Holds(block.Chunk, block.Part) ? [] : Tables.Find(block, section, _context)))
            {
                yield return fact;
            }
            if (rows.Count == 0 && Lists.Find(block, before, section, _context, _reader) is { } list)
            {
                yield return list;
            }
            before = block;
        }
    }

    /// <summary>People are no terms; what stands in place of a term's score where a claim is theirs.</summary>
    private const double Person = 0.35;

    private Fact Score(PlacedFact placed, Dictionary<string, Term> terms)
    {
        var found = placed.Found;
        var term = terms.GetValueOrDefault(found.Term.Key);
        // A glossary at a chapter's end defines what is taught elsewhere.
        var section = placed.Section.Role != SectionRole.Body && term is not null ? term.Section : placed.Section;
        return new Fact(found.Kind, found.Term.Text, found.Statement, placed.Evidence, section, Math.Round(found.Sure * (0.4 + 0.6 * (found.Kind == FactKind.Claim && found.Pattern != "theory-holds" ? Person : term?.Score ?? 0)), 4))
        {
            Key = found.Term.Key, Pattern = found.Pattern, Verb = found.Verb, Plural = found.Plural ?? found.Term.Plural, Article = found.Term.Article, Members = found.Members,
            Other = found.Other, Value = found.Value, Unit = found.Unit, Heading = placed.Heading, Topic = TopicOf(placed), Sentence = placed.Sentence, Support = placed.Support,
        };
    }

    private string TopicOf(PlacedFact placed)
    {
        var block = _blocks[placed.Evidence.Chunk.Id].LastOrDefault(b => b.Part.Start <= placed.Evidence.Start);
        return block is null || block.Headings.Count <= placed.Section.Path.Count ? "" : HeadingText.Plain(block.Headings[placed.Section.Path.Count]);
    }

    private sealed class SameFact : IEqualityComparer<Fact>
    {
        public static readonly SameFact Instance = new();

        public bool Equals(Fact? x, Fact? y) => x!.Kind == y!.Kind && x.Key == y.Key && x.Statement == y.Statement && x.Section.Index == y.Section.Index;

        public int GetHashCode(Fact fact) => HashCode.Combine(fact.Kind, fact.Key, fact.Statement, fact.Section.Index);
    }
}

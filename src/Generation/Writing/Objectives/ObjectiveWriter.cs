using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>
/// Writes what a learner will be able to do after a section: one objective for the section as a whole, then for its headings, neighbours joined where there are
/// many, then for terms that none of these names. The facts under a heading choose the verb.
/// </summary>
/// <param name="sourceNames">Names of the course's sources, for citations.</param>
public sealed class ObjectiveWriter(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames)
{
    public const int MostOfSection = 5;
    private const int MostWords = 25;

    /// <summary>Terms below it are not what a section is about.</summary>
    private const double FewestTermScore = 0.45;
    private const int MostTerms = 3;

    private readonly HeadingWords _words = new(table);

    /// <summary>At most five drafts, best first.</summary>
    public IReadOnlyList<ObjectiveDraft> Write(Section section)
    {
        if (section.Role != SectionRole.Body)
        {
            return [];
        }
        var root = HeadingNode.Of(table, section);
        var drafts = new List<ObjectiveDraft>();
        Add(drafts, ForTitle(root, section));
        foreach (var group in Groups(root.Children.Where(c => c.Weight > 2).ToList(), MostOfSection - drafts.Count))
        {
            Add(drafts, ForGroup(group, section));
        }
        foreach (var draft in ForTerms(root, section, drafts))
        {
            if (drafts.Count >= MostOfSection)
            {
                break;
            }
            Add(drafts, draft);
        }
        return drafts;
    }

    private static void Add(List<ObjectiveDraft> drafts, ObjectiveDraft? draft)
    {
        if (draft is not null && !drafts.Exists(d => Same(d.Body.Text, draft.Body.Text)))
        {
            drafts.Add(draft);
        }
    }

    private static bool Same(string a, string b)
    {
        var (x, y) = (Object(a), Object(b));
        return x.Count == 0 || y.Count == 0 || x.Count(y.Contains) >= 0.75 * x.Union(y).Count();
    }

    private static HashSet<string> Object(string objective) => ContentWords.Of(objective[(objective.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ToHashSet(StringComparer.Ordinal);

    private ObjectiveDraft? ForTitle(HeadingNode root, Section section) =>
        ObjectivePhrases.For(_words.Plain(root.Text), [.. root.AllFacts], [], table.Lexicon) is { } phrase ? Draft(phrase, section, Named(root.Text, root), root) : null;

    /// <summary>Neighbouring headings share an objective where there are more headings than objectives.</summary>
    private static List<List<HeadingNode>> Groups(List<HeadingNode> nodes, int most)
    {
        var groups = nodes.ConvertAll(n => new List<HeadingNode> { n });
        while (groups.Count > most)
        {
            var at = Enumerable.Range(0, groups.Count - 1).MinBy(i => groups[i].Sum(n => n.Weight) + groups[i + 1].Sum(n => n.Weight));
            groups[at].AddRange(groups[at + 1]);
            groups.RemoveAt(at + 1);
        }
        return groups;
    }

    private ObjectiveDraft? ForGroup(List<HeadingNode> group, Section section)
    {
        var lead = group[0];
        var facts = group.SelectMany(g => g.AllFacts).ToList();
        if (group.Count == 1)
        {
            string[] parts = [.. lead.Children.Where(c => c.Weight > 2).Select(c => _words.Plain(c.Text)).Where(IsName).Take(4)];
            var phrase = Fitting(parts, p => ObjectivePhrases.For(_words.Plain(lead.Text), facts, p, table.Lexicon));
            return phrase is null ? null : Draft(phrase.Value, section, Named(lead.Text, lead), lead);
        }
        string[] names = [.. group.Select(g => _words.Plain(g.Text)).Where(IsName)];
        var joined = Fitting(names, p => p.Length == 0 ? null : ($"Describe {ObjectivePhrases.Join(p)}", BloomLevel.Understand));
        return joined is null ? null : Draft(joined.Value, section, [.. group.SelectMany(g => Named(g.Text, g))], lead);
    }

    /// <summary>With as many of the parts as the length allows.</summary>
    private static (string Text, BloomLevel Level)? Fitting(string[] parts, Func<string[], (string Text, BloomLevel Level)?> phrase)
    {
        for (var n = parts.Length; n >= 0; n--)
        {
            if (phrase(parts[..n]) is { } made && ContentWords.Count(made.Text) <= MostWords)
            {
                return made;
            }
        }
        return null;
    }

    /// <summary>A heading that names something: no question, no sentence.</summary>
    private bool IsName(string plain) => plain.Length > 2 && ContentWords.Count(plain) <= 8 && ObjectivePhrases.For(plain, [], [], table.Lexicon) is { } p && (p.Text.StartsWith("Describe ", StringComparison.Ordinal) || p.Text.StartsWith("Discuss ", StringComparison.Ordinal) || p.Text.StartsWith("Identify ", StringComparison.Ordinal));

    /// <summary>Comparisons, then defined terms that no objective names yet: up to three of one heading share one.</summary>
    private IEnumerable<ObjectiveDraft> ForTerms(HeadingNode root, Section section, List<ObjectiveDraft> drafts)
    {
        var named = drafts.SelectMany(d => ContentWords.Of(d.Body.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in root.AllFacts.Where(f => f.Kind == FactKind.Comparison).OrderByDescending(f => f.Score).Take(1))
        {
            named.UnionWith(ContentWords.Of(fact.Term + " " + fact.Other));
            if (Draft(($"Distinguish {fact.Term} from {fact.Other}", BloomLevel.Understand), section, [fact], root) is { } draft)
            {
                yield return draft;
            }
        }
        var open = table.TermsOf(section).Where(t => t.Score >= FewestTermScore)
            .Select(t => root.AllFacts.Where(f => f.Key == t.Key && f.Kind == FactKind.Definition).MaxBy(f => f.Score)).OfType<Fact>()
            .Where(f => !ContentWords.Of(f.Term).All(named.Contains)).ToList();
        foreach (var group in open.GroupBy(f => f.Heading, StringComparer.Ordinal).OrderByDescending(g => g.Sum(f => f.Score)))
        {
            var facts = group.Take(MostTerms).ToList();
            var phrase = facts.Count == 1 ? ($"Define {Naming.Of(facts[0])}", BloomLevel.Remember) : ($"Define {ObjectivePhrases.Join([.. facts.Select(f => f.Term)])}", BloomLevel.Remember);
            if (Draft(phrase, section, facts, root) is { } draft)
            {
                yield return draft;
            }
        }
    }

    /// <summary>Facts about what the heading names, then the surest others under it.</summary>
    private static List<Fact> Named(string heading, HeadingNode node)
    {
        var words = ContentWords.Of(heading).ToHashSet(StringComparer.Ordinal);
        return [.. node.AllFacts.OrderByDescending(f => ContentWords.Of(f.Term).Any(words.Contains)).ThenByDescending(f => f.Score)];
    }

    private ObjectiveDraft? Draft((string Text, BloomLevel Level) phrase, Section section, List<Fact> facts, HeadingNode node)
    {
        var words = ContentWords.Count(phrase.Text);
        var evidence = facts.Select(f => f.Evidence).Concat(node.AllSentences.Where(s => s.StandsAlone).Select(s => s.Evidence)).Concat(node.AllSentences.Select(s => s.Evidence)).DistinctBy(e => (e.Chunk.Id, e.Start)).Take(3).ToList();
        if (evidence.Count == 0 || words > MostWords)
        {
            return null;
        }
        var text = words < 4 ? Longer(phrase.Text) : phrase.Text;
        return new ObjectiveDraft(new ObjectiveBody(text, phrase.Level, [.. evidence.Select(Cite)]), section, facts, node.Weight);
    }

    /// <summary>Fewer than four words say too little of what is wanted.</summary>
    private string Longer(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (verb, thing) = (text[..space], text[(space + 1)..]);
        if (verb is "Identify" or "Discuss")
        {
            return $"{verb} some of the {thing}";
        }
        if (char.IsUpper(thing[0]) && thing.Split(' ').All(w => char.IsUpper(w[0])))
        {
            return $"Describe the work of {thing}";
        }
        var last = thing.Split(' ')[^1].ToLowerInvariant();
        var plural = table.Lexicon.SingularOrNull(last) is { } singular && singular != last || last == "people";
        return $"Explain what {thing} {(plural ? "are" : "is")}";
    }

    private Citation Cite(Evidence evidence) => Citation.Of(evidence.Chunk, sourceNames.GetValueOrDefault(evidence.Chunk.SourceId, ""), evidence.Start, evidence.Length);
}

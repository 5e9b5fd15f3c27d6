using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>
/// Writes what a learner will be able to do after a section. Where the source prints its objectives, these; else one for the section as a whole, then for its
/// headings, neighbours joined where there are many, then for terms that none of these names,
/// then for sub-headings. The facts under a heading choose the verb.
/// </summary>
/// <param name="sourceNames">Names of the course's sources, for citations.</param>
public sealed partial class ObjectiveWriter(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames)
{
    public const int MostOfSection = 5;
    private const int MostWords = 25;

    /// <summary>Headings with fewer sentences carry no objective.</summary>
    private const int FewestSentences = 3;

    private readonly HeadingWords _words = new(table);
    private readonly TermObjectives _terms = new(table);
    private readonly ILookup<int, PrintedObjective> _printed = table.Objectives.ToLookup(o => o.Section.Index);

    /// <summary>Headings that stand in several sections: by themselves they do not say what they are about.</summary>
    private readonly HashSet<string> _shared = table.Sections.SelectMany(s => s.Headings.Distinct(StringComparer.OrdinalIgnoreCase)).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>At most five drafts, in the order of the section.</summary>
    public IReadOnlyList<ObjectiveDraft> Write(Section section)
    {
        if (section.Role != SectionRole.Body)
        {
            return [];
        }
        var root = HeadingNode.Of(table, section);
        var drafts = new List<ObjectiveDraft>();
        foreach (var printed in _printed[section.Index].Take(MostOfSection))
        {
            Add(drafts, ForPrinted(printed, root));
        }
        if (drafts.Count > 0)
        {
            return drafts;
        }
        Add(drafts, ForTitle(root, section));
        var nodes = root.Children.Where(c => c.Weight >= FewestSentences).ToList();
        foreach (var group in Groups(nodes, MostOfSection - drafts.Count))
        {
            Add(drafts, ForGroup(group, root, section));
        }
        foreach (var (text, level, facts) in _terms.For(section, [.. root.AllFacts], [.. drafts.Select(d => d.Body.Text)]))
        {
            if (drafts.Count < MostOfSection)
            {
                Add(drafts, Draft((text, level), section, [.. facts], root));
            }
        }
        foreach (var child in root.Children.SelectMany(c => c.All.Skip(1)).Where(c => c.Weight >= 2 * FewestSentences && IsName(_words.Plain(c.Text)) && !IsRepeated(c, root)).OrderByDescending(c => c.Weight))
        {
            if (drafts.Count < MostOfSection)
            {
                Add(drafts, ForGroup([child], root, section));
            }
        }
        return drafts;
    }

    /// <summary>"Current status" under each of several headings: by itself it names nothing.</summary>
    private static bool IsRepeated(HeadingNode node, HeadingNode root) => root.All.Count(n => n.Text.Equals(node.Text, StringComparison.OrdinalIgnoreCase)) > 1;

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
        return x.Count == 0 || y.Count == 0 || x.Count(y.Contains) > 0.75 * x.Union(y).Count();
    }

    private static HashSet<string> Object(string objective) => ContentWords.Of(objective[(objective.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Where(w => w != s_people).ToHashSet(StringComparer.Ordinal);

    /// <summary>"why people measure intelligence" names no more than "the measures of intelligence".</summary>
    private static readonly string s_people = ContentWords.Stem("people");

    /// <summary>The source's own words, cited with what teaches them.</summary>
    private ObjectiveDraft? ForPrinted(PrintedObjective printed, HeadingNode root)
    {
        if (PrintedObjectives.Read(printed.Text) is not { } phrase)
        {
            return null;
        }
        var words = Object(phrase.Text);
        var facts = root.AllFacts.Select(f => (Fact: f, Share: Shared(f, words))).Where(x => x.Share > 0).OrderByDescending(x => x.Share).ThenByDescending(x => x.Fact.Score).Select(x => x.Fact).Take(12).ToList();
        return Draft(phrase, printed.Section, facts, root, printed.Evidence);
    }

    /// <summary>How much of a fact's term an objective names, and whether it names the heading it stands under.</summary>
    private static double Shared(Fact fact, HashSet<string> words)
    {
        var term = ContentWords.Of(fact.Term).ToList();
        var named = term.Count == 0 ? 0 : term.Count(words.Contains) / (double)term.Count;
        return named >= 0.5 ? named : ContentWords.Of(fact.Heading).ToList() is { Count: > 0 } heading && heading.All(words.Contains) ? 0.4 : 0;
    }

    private ObjectiveDraft? ForTitle(HeadingNode root, Section section)
    {
        var plain = _words.Plain(root.Text);
        var views = Views().Match(plain);
        string[] parts = [.. root.Children.Where(c => c.Weight >= FewestSentences && !Views().IsMatch(c.Text)).Select(c => _words.Plain(c.Text)).Where(IsName).Take(4)];
        if (views.Success && parts.Length > 1 && Fitting(parts, p => p.Length < 2 ? null : ($"Compare {ObjectivePhrases.Join([.. p.Select(ObjectivePhrases.Article)])} as {plain}", BloomLevel.Analyze)) is { } compared)
        {
            return Draft(compared, section, Named(root.Text, root), root);
        }
        return ObjectivePhrases.For(plain, [.. root.AllFacts], [], table.Lexicon) is { } phrase ? Draft(phrase, section, Named(root.Text, root), root) : null;
    }

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

    private ObjectiveDraft? ForGroup(List<HeadingNode> group, HeadingNode root, Section section)
    {
        var lead = group[0];
        if (group.Count == 1)
        {
            string[] parts = [.. lead.Children.Where(c => c.Weight >= FewestSentences).Select(c => _words.Plain(c.Text)).Where(n => IsName(n) && !n.Contains(" and ", StringComparison.Ordinal) && !n.StartsWith("other ", StringComparison.Ordinal)).Take(4)];
            var plain = _words.Plain(lead.Text);
            if (lead.Children.Count(c => Numbered().IsMatch(c.Text)) > 2)
            {
                return Draft(($"Outline the {Numbered().Match(lead.Children.Find(c => Numbered().IsMatch(c.Text))!.Text).Groups["word"].Value.ToLowerInvariant()}s of {plain}", BloomLevel.Understand), section, Named(lead.Text, lead), lead);
            }
            var phrase = Fitting(parts, p => ObjectivePhrases.For(plain, [.. lead.AllFacts], p, table.Lexicon));
            return phrase is null ? null : Draft(InContext(phrase.Value, lead.Text, root), section, Named(lead.Text, lead), lead);
        }
        string[] names = [.. group.Select(g => _words.Plain(g.Text)).Where(IsName)];
        List<Fact> facts = [.. group.SelectMany(g => g.AllFacts)];
        var joined = Fitting(names, p => p.Length == 0 ? null : p.Length > 1 && p.All(n => ObjectivePhrases.IsDefined(n, facts)) ? ($"Define {ObjectivePhrases.Join(p)}", BloomLevel.Remember) : ($"Describe {ObjectivePhrases.Join([.. p.Select(ObjectivePhrases.Article)])}", BloomLevel.Understand));
        return joined is null ? null : Draft(joined.Value, section, [.. group.SelectMany(g => Named(g.Text, g))], lead);
    }

    /// <summary>"Functionalism" under "Perspectives on Aging" is functionalism as a perspective on aging.</summary>
    private (string Text, BloomLevel Level) InContext((string Text, BloomLevel Level) phrase, string heading, HeadingNode root)
    {
        if (!_shared.Contains(heading) || phrase.Text.Contains(" and ", StringComparison.Ordinal))
        {
            return phrase;
        }
        var title = _words.Plain(root.Text);
        var views = Views().Match(title);
        // "the conflict perspective" names the kind of view itself.
        var own = views.Success && phrase.Text.EndsWith(" " + One(views.Groups["view"].Value).Split(' ')[1], StringComparison.Ordinal);
        var text = own ? $"{phrase.Text} {views.Groups["on"].Value} {views.Groups["x"].Value}" : views.Success ? $"{phrase.Text} as {One(views.Groups["view"].Value)} {views.Groups["on"].Value} {views.Groups["x"].Value}" : phrase.Text;
        return ContentWords.Count(text) <= MostWords ? (text, phrase.Level) : phrase;
    }

    private static string One(string views) => views.ToLowerInvariant() switch { "theories" => "a theory", "approaches" => "an approach", var v => "a " + v.TrimEnd('s') };

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

    /// <summary>A heading that names something: no question, no sentence, no task.</summary>
    private bool IsName(string plain) => plain.Length > 2 && !Numbered().IsMatch(plain) && ContentWords.Count(plain) <= 8 && ObjectivePhrases.For(plain, [], [], table.Lexicon) is { } p && !p.Text.StartsWith("Explain how ", StringComparison.Ordinal) && !p.Text.StartsWith("Explain why ", StringComparison.Ordinal) && !p.Text.StartsWith("Define ", StringComparison.Ordinal);

    /// <summary>Facts about what the heading names, then the surest others under it.</summary>
    private static List<Fact> Named(string heading, HeadingNode node)
    {
        var words = ContentWords.Of(heading).ToHashSet(StringComparer.Ordinal);
        return [.. node.AllFacts.OrderByDescending(f => ContentWords.Of(f.Term).Any(words.Contains)).ThenByDescending(f => f.Score)];
    }

    private ObjectiveDraft? Draft((string Text, BloomLevel Level) phrase, Section section, List<Fact> facts, HeadingNode node, Evidence? own = null)
    {
        var words = ContentWords.Count(phrase.Text);
        // A glossary's line stands in another part of the book; what is cited is the section itself.
        var home = table.SentencesOf(section).Select(s => s.Chunk.Id).ToHashSet();
        var taught = facts.Select(f => f.Evidence).Where(e => home.Contains(e.Chunk.Id)).Concat(own is null ? node.AllSentences.Where(s => s.StandsAlone).Select(s => s.Evidence).Concat(node.AllSentences.Select(s => s.Evidence)) : []).DistinctBy(e => (e.Chunk.Id, e.Start));
        var evidence = taught.Take(own is null ? 3 : 2).Concat(own is null ? [] : [own]).ToList();
        if (evidence.Count == 0 || words > MostWords)
        {
            return null;
        }
        var text = words >= 4 ? phrase.Text : own is null ? Longer(phrase.Text) : Padded(phrase.Text);
        var level = BloomVerbs.LevelOf(text.Split(' ')[0].ToLowerInvariant()) ?? phrase.Level;
        return new ObjectiveDraft(new ObjectiveBody(text, level, [.. evidence.Select(Cite)]), section, facts, node.Weight);
    }

    /// <summary>"Define osmosis" as a source prints it, in four words.</summary>
    private static string Padded(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return $"{text[..space]} the {(text.StartsWith("Define", StringComparison.Ordinal) ? "term" : "concept of")}{text[space..]}";
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
        var last = thing.Split(' ')[^1].ToLowerInvariant();
        var plural = table.Lexicon.SingularOrNull(last) is { } singular && singular != last || last == "people";
        if (thing.Split(' ').All(w => char.IsUpper(w[0]) && !w.Skip(1).Any(char.IsUpper)))
        {
            return plural ? $"Explain who {thing} are" : $"Describe the work of {thing}"; // a group of people; one of them
        }
        if (table.Lexicon.HasDictionary && table.Lexicon.UseOf(last) is { Known: true, Noun: 0 } && !plural)
        {
            return $"Describe the state of {thing}"; // "technology today"
        }
        if (plural && thing.Contains(' ', StringComparison.Ordinal) && (Weighing().IsMatch(thing) || !_terms.IsTaught(thing)))
        {
            return Weighing().IsMatch(thing) ? $"Identify the {thing}" : $"Describe the {thing}";
        }
        var article = LeadingArticle().IsMatch(thing) ? "" : _terms.ArticleOf(thing);
        var how = _terms.IsDefined(thing) ? "Define" : "Explain";
        return plural ? $"{how} what {thing} are" : $"{how} what {Spelling.WithArticle(article, thing)} is";
    }

    private Citation Cite(Evidence evidence) => Citation.Of(evidence.Chunk, sourceNames.GetValueOrDefault(evidence.Chunk.SourceId, ""), evidence.Start, evidence.Length);

    [GeneratedRegex(@"^(?:the|an?) ", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingArticle();

    [GeneratedRegex(@"^(?:major|main|key|notable|common|important|basic|early|famous|leading|other) ", RegexOptions.IgnoreCase)]
    private static partial Regex Weighing();

    [GeneratedRegex(@"^(?<word>step|stage|phase) (?:\d+|one|two|three|four|[IVX]+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:.* )?(?<view>perspectives|theories|approaches|views) (?<on>on|of|to|about) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Views();
}

using Tutor.Checks;
using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>What a course says where: which words are at home in a section, and whether some sentence supports an option for a term.</summary>
internal sealed class CourseMeaning
{
    /// <summary>Weighted share of an option's words in one sentence about the term from which the course may be supporting it.</summary>
    private const double Supporting = 0.65;

    /// <summary>Share of the course's sections, and number, past which a word that no heading names is a common one.</summary>
    private const double MostSpread = 0.15, MostSpreadSaid = 0.25;
    private const int FewestSections = 5;

    /// <summary>Below it two terms are of different topics, whatever they are; "religious experience" and "feminist theory" are both nouns of thought. Terms with one head or genus want less.</summary>
    private const double FewestTopic = 0.15, FewestTopicOfKin = 0.06, OneHead = 0.6;

    private readonly FactTable _table;
    private readonly TermKeys _keys;
    private readonly Dictionary<int, HashSet<string>> _home = [], _chapters = [];
    private readonly Dictionary<string, List<int>> _about = new(StringComparer.Ordinal);
    private readonly HashSet<string>[] _sentences;
    private readonly TermNatures _natures;
    private readonly TermTopics _topics;

    public CourseMeaning(FactTable table, TermKeys keys, TermNatures natures)
    {
        _table = table;
        _keys = keys;
        _natures = natures;
        Weights = new WordWeights(table.Chunks.Select(c => c.Text));
        _sentences = new HashSet<string>[table.Sentences.Count];
        var uses = new TermUses(table.Terms.Select(t => t.Key));
        for (var i = 0; i < _sentences.Length; i++)
        {
            var sentence = table.Sentences[i];
            _sentences[i] = ContentWords.Of(sentence.Sentence.Text).ToHashSet(StringComparer.Ordinal);
            HomeOf(sentence.Section).UnionWith(_sentences[i]);
            foreach (var key in uses.In([.. sentence.Tokens.Where(t => char.IsLetterOrDigit(t.Text[0])).Select(t => keys.Word(t.Lower))]).Distinct(StringComparer.Ordinal))
            {
                (_about.TryGetValue(key, out var list) ? list : _about[key] = []).Add(i);
            }
        }
        foreach (var fact in table.Facts)
        {
            HomeOf(fact.Section).UnionWith(ContentWords.Of(fact.Evidence.Text));
        }
        _topics = new TermTopics(_about, _sentences, [.. table.Sentences.Select(s => s.Section.Index)], Weights);
    }

    public WordWeights Weights { get; }

    /// <summary>Weighted share of an option's words that stand in a section.</summary>
    public double AtHome(Option option, Section section) => Share(option.Words, HomeOf(section));

    /// <summary>True where a chapter uses every word of an option.</summary>
    public bool IsInWordsOf(int chapter, Option option)
    {
        if (!_chapters.TryGetValue(chapter, out var words))
        {
            _chapters[chapter] = words = _table.Sections.Where(s => s.Chapter == chapter).SelectMany(HomeOf).ToHashSet(StringComparer.Ordinal);
        }
        return option.Words.IsSubsetOf(words);
    }

    /// <summary>True where a sentence that names the term, other than the option's own, says most of the option.</summary>
    public bool Supports(string term, Option option)
    {
        var own = option.Fact.Sentence;
        return _about.TryGetValue(term, out var sentences) && sentences.Any(i => Share(option.Words, _sentences[i]) >= Supporting && _table.Sentences[i].Sentence.Text != own);
    }

    /// <summary>One of the two is the other, a kind of it, a part of it, or has its name: neither is a wrong answer where the other is right.</summary>
    public bool AreRelated(string a, string b)
    {
        if (a == b || EndsWith(a, b) || EndsWith(b, a))
        {
            return true;
        }
        var nouns = _table.Lexicon.Nouns;
        return nouns.AreSynonyms(a, b) || nouns.IsKindOf(a, b) || nouns.IsKindOf(b, a) || nouns.IsPartOf(a, b) || nouns.IsPartOf(b, a);
    }

    /// <summary>The definition of one begins with the name of the other: "an atypical antipsychotic is an antipsychotic that …".</summary>
    public bool IsDefinedBy(Fact fact, string key)
    {
        var opening = _keys.WordsOf(OptionText.WithoutArticle(fact.Statement)).Take(6);
        return fact.Kind == FactKind.Definition && (" " + string.Join(' ', opening) + " ").Contains(" " + key + " ", StringComparison.Ordinal);
    }

    /// <summary>How well one term stands against another, 0 to 1: things of one sort, of which the course speaks in the same words and the same place.</summary>
    public double Nearness(Fact fact, string key, Option other)
    {
        if (_natures.Kinship(key, other.About) is > -1 and var kinship)
        {
            var together = other.Fact.Section.Index == fact.Section.Index && other.Fact.Heading == fact.Heading;
            var topic = 1.6 * _topics.Nearness(key, other.About) + 0.4 * _topics.Company(key, other.About);
            return topic < (kinship >= OneHead ? FewestTopicOfKin : FewestTopic) ? 0 : Math.Clamp(topic + 0.45 * kinship + (together ? 0.08 : 0), 0, 1);
        }
        return 0;
    }

    /// <summary>True where "the movement" is one that the text spoke of just before: elsewhere the course says "a movement".</summary>
    public bool IsOfTheMoment(Fact fact)
    {
        if (fact.Article != "the" || fact.Kind == FactKind.Definition && (fact.Pattern is "refers-to" or "defined-as" or "called" || fact.Key.Contains(' ', StringComparison.Ordinal) && fact.Statement.StartsWith('a')))
        {
            return false;
        }
        string[] indefinite = [$" a {fact.Term} ", $" an {fact.Term} ", $" A {fact.Term} ", $" An {fact.Term} "];
        return _about.GetValueOrDefault(fact.Key, []).Any(i => indefinite.Any((" " + _table.Sentences[i].Sentence.Text).Contains));
    }

    /// <summary>True where one sentence names both terms: the one may be a kind or part of the other.</summary>
    public bool AreNamedTogether(string a, string b) => _about.TryGetValue(a, out var x) && _about.TryGetValue(b, out var y) && x.Intersect(y).Any();

    /// <summary>
    /// A common word that a passage gives a meaning of its own ("context refers to the reward structure"): it stands in many sections, and no heading of this one names it.
    /// </summary>
    public bool IsLocal(Fact fact) => IsCommonIn(fact.Section, fact.Key);

    /// <summary>A single word that stands all over the course, and no heading of the section names it.</summary>
    public bool IsCommonIn(Section section, string key) => !key.Contains(' ', StringComparison.Ordinal) && StandsIn(key, MostSpread) && !section.Headings.Append(section.Title).Any(h => _keys.WordsOf(h).Contains(key));

    /// <summary>A term that stands all over the course ("media", "culture"): whatever is said of it somewhere may be said of much else.</summary>
    public bool IsBroad(string key) => StandsIn(key, MostSpreadSaid);

    /// <summary>A possessor was left out: "transgender people’s gender identity differs …" is not said of every gender identity.</summary>
    public static bool IsOwned(Fact fact) =>
        fact.Sentence.Contains($"’s {fact.Term}", StringComparison.OrdinalIgnoreCase) || fact.Sentence.Contains($"'s {fact.Term}", StringComparison.OrdinalIgnoreCase) || fact.Sentence.Contains($"s’ {fact.Term}", StringComparison.OrdinalIgnoreCase);

    public double Share(IReadOnlySet<string> words, IReadOnlySet<string> text)
    {
        var total = Weights.Sum(words);
        return total == 0 ? 0 : Weights.Sum(words.Where(text.Contains)) / total;
    }

    private bool StandsIn(string key, double share) =>
        _about.TryGetValue(key, out var sentences) && sentences.Select(i => _table.Sentences[i].Section.Index).Distinct().Count() > Math.Max(FewestSections, share * _table.Sections.Count);

    private static bool EndsWith(string longer, string shorter) => longer.Length > shorter.Length && longer.EndsWith(" " + shorter, StringComparison.Ordinal);

    private HashSet<string> HomeOf(Section section)
    {
        if (!_home.TryGetValue(section.Index, out var words))
        {
            _home[section.Index] = words = new HashSet<string>(section.Headings.Append(section.Title).SelectMany(ContentWords.Of), StringComparer.Ordinal);
        }
        return words;
    }
}

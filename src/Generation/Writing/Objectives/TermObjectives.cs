using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Objectives for what a section's headings do not name: things it sets against each other, then terms it defines.</summary>
internal sealed class TermObjectives(FactTable table)
{
    /// <summary>Terms below it are not what a section is about.</summary>
    private const double FewestTermScore = 0.45;
    private const int MostTerms = 3;

    /// <summary>Two terms that differ by one word confirm each other.</summary>
    private const double FewestSisterScore = 0.35;

    /// <summary>One that the section does not define must be an important one.</summary>
    private const double SureSisterScore = 0.6;

    private readonly Dictionary<string, double> _scores = table.Terms.ToDictionary(t => t.Key, t => t.Score, StringComparer.Ordinal);
    private readonly HashSet<string> _defined = table.Facts.Where(f => f.Kind == FactKind.Definition).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _stated = table.Facts.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
    private readonly ILookup<string, string> _articles = table.Facts.Where(f => f.Kind is FactKind.Definition or FactKind.Property or FactKind.Cause && f.Pattern is not ("in-term" or "table-row" or "glossary" or "row")).ToLookup(f => f.Key, f => f.Article is "a" or "an" ? "a" : f.Article, StringComparer.Ordinal);
    private readonly TermKeys _keys = new(table.Lexicon);

    /// <param name="facts">All of the section.</param>
    /// <param name="written">Objectives it has already.</param>
    public IEnumerable<(string Text, BloomLevel Level, IReadOnlyList<Fact> Facts)> For(Section section, IReadOnlyList<Fact> facts, IReadOnlyList<string> written)
    {
        var named = written.SelectMany(ContentWords.Of).ToHashSet(StringComparer.Ordinal);
        if (facts.Where(f => f.Kind == FactKind.Comparison && AreCompared(f)).OrderByDescending(f => f.Score).FirstOrDefault() is { } against)
        {
            named.UnionWith(ContentWords.Of(against.Term + " " + against.Other));
            yield return ($"Distinguish between {against.Term} and {against.Other}", BloomLevel.Understand, [against]);
        }
        foreach (var (text, sisters) in Sisters(section, facts, named))
        {
            named.UnionWith(sisters.SelectMany(f => ContentWords.Of(f.Term)));
            yield return (text, BloomLevel.Analyze, sisters);
        }
        foreach (var group in Open(section, facts, named).GroupBy(f => (f.Heading, Alone: f.Kind == FactKind.Definition ? "" : f.Key)).OrderBy(g => g.Key.Alone.Length > 0).ThenByDescending(g => g.Sum(f => f.Score)))
        {
            var chosen = group.Take(MostTerms).ToList();
            var words = chosen.Count == 1 ? Naming.Of(chosen[0]) : ObjectivePhrases.Join([.. chosen.Select(f => f.Term)]);
            yield return group.Key.Alone.Length == 0 ? ($"Define {words}", BloomLevel.Remember, chosen) : ($"Describe {words}", BloomLevel.Understand, chosen);
        }
    }

    /// <summary>
    /// Things the section tells apart by the word before a common one: "Compare the sympathetic and parasympathetic nervous systems". Each of them must be taught there.
    /// </summary>
    private IEnumerable<(string Text, IReadOnlyList<Fact> Facts)> Sisters(Section section, IReadOnlyList<Fact> facts, HashSet<string> named)
    {
        var taught = table.TermsOf(section).Where(t => t.Score >= FewestSisterScore && t.Key.Contains(' ', StringComparison.Ordinal)).Select(t => (Term: t, Fact: Surest([.. facts.Where(f => f.Key == t.Key)])))
            .Where(x => x.Fact is not null && x.Fact.Pattern is not ("table-row" or "row") && (x.Fact.Kind == FactKind.Definition || x.Term.Score >= SureSisterScore)).ToList();
        foreach (var group in taught.GroupBy(x => x.Term.Key.Split(' ')[^1]).Where(g => g.Count() is >= 2 and <= 4).OrderByDescending(g => g.Sum(x => x.Term.Score)))
        {
            var words = group.Select(x => x.Term.Text.Split(' ')).ToList();
            var keys = group.Select(x => x.Term.Key.Split(' ')).ToList();
            var tail = Enumerable.Range(1, keys.Min(k => k.Length) - 1).TakeWhile(n => keys.TrueForAll(k => k[^n] == keys[0][^n])).Count();
            if (keys.Exists(k => k.Length == tail || k.Length - tail > 2) || AreNested([.. group.Select(x => ContentWords.Of(x.Term.Text).ToHashSet(StringComparer.Ordinal))]) || group.All(x => ContentWords.Of(x.Term.Text).All(named.Contains)))
            {
                continue;
            }
            var common = words.MaxBy(w => string.Join(' ', w[^tail..]).Length)![^tail..]; // the plural, where one has it
            var definite = group.All(x => x.Fact!.Article == "the") ? "the " : "";
            yield return ($"Compare {definite}{ObjectivePhrases.Join([.. words.Select(w => string.Join(' ', w[..^tail]))])} {string.Join(' ', common)}", [.. group.Select(x => x.Fact!)]);
        }
    }

    /// <summary>"sickle-cell anemia" and "sickle cell anemia", "emotion regulation" and "automatic emotion regulation": one thing, or a kind of it.</summary>
    private static bool AreNested(IReadOnlyList<HashSet<string>> terms) => terms.Index().Any(a => terms.Index().Any(b => a.Index != b.Index && a.Item.IsSubsetOf(b.Item)));

    /// <summary>True where the course says what the term is.</summary>
    public bool IsDefined(string term) => _defined.Contains(_keys.Of(term));

    /// <summary>True where the course states something of the term.</summary>
    public bool IsTaught(string term) => _stated.Contains(_keys.Of(term));

    /// <summary>The article most facts give a term; empty where most give none.</summary>
    public string ArticleOf(string term) => _articles[_keys.Of(term)].GroupBy(a => a, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "";

    /// <summary>The surest fact of each term that is not named yet; best terms first.</summary>
    private List<Fact> Open(Section section, IReadOnlyList<Fact> facts, HashSet<string> named) =>
        [.. table.TermsOf(section).Where(t => t.Score >= FewestTermScore).Select(t => Surest([.. facts.Where(f => f.Key == t.Key)])).OfType<Fact>().Where(f => !ContentWords.Of(f.Term).All(named.Contains))];

    /// <summary>A term is taught where it is defined, else by what is said of it.</summary>
    private static Fact? Surest(List<Fact> facts) => facts.Where(f => f.Kind == FactKind.Definition).MaxBy(f => f.Score)
        ?? facts.Where(f => f.Kind is FactKind.Property or FactKind.Cause).OrderByDescending(f => f.Article.Length).ThenByDescending(f => f.Score).FirstOrDefault();

    /// <summary>Two terms of one kind that the course teaches: sisters by their last word, or both defined; never a thing and its part.</summary>
    private bool AreCompared(Fact fact)
    {
        var other = _keys.Of(fact.Other!);
        var sisters = fact.Key.Split(' ')[^1] == other.Split(' ')[^1];
        return fact.Key != other && _scores.GetValueOrDefault(fact.Key) >= FewestTermScore && _scores.GetValueOrDefault(other) >= FewestTermScore
            && (sisters || _defined.Contains(fact.Key) && _defined.Contains(other)) && !table.Lexicon.Nouns.IsPartOf(fact.Key, other) && !table.Lexicon.Nouns.IsPartOf(other, fact.Key);
    }
}

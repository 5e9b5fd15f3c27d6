using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>The terms of a course as options: each with the fact that best says what it is.</summary>
internal sealed class TermBook
{
    /// <summary>Terms below this score are hardly ever what a course teaches.</summary>
    private const double FewestScore = 0.38;

    private readonly Dictionary<string, Term> _terms;
    private readonly Dictionary<string, Fact> _best = new(StringComparer.Ordinal);

    public TermBook(FactTable table)
    {
        _terms = table.Terms.ToDictionary(t => t.Key, StringComparer.Ordinal);
        foreach (var fact in table.Facts.Where(f => f.Kind is FactKind.Definition or FactKind.Property or FactKind.Cause))
        {
            if (!_best.TryGetValue(fact.Key, out var other) || Rank(fact) > Rank(other))
            {
                _best[fact.Key] = fact;
            }
        }
    }

    public Term? Find(string key) => _terms.GetValueOrDefault(key);

    /// <summary>The fact that best defines a term; null where the course only says things of it.</summary>
    public Fact? DefinitionOf(string key) => _best.GetValueOrDefault(key) is { Kind: FactKind.Definition } fact ? fact : null;

    /// <summary>A table's row label with the article the text gives the same term elsewhere.</summary>
    public string NameOf(Fact fact) => fact.Article.Length == 0 && _best.GetValueOrDefault(fact.Key) is { Article: "the" } ? $"the {fact.Term}" : Naming.Of(fact);

    public double ScoreOf(string key) => _terms.GetValueOrDefault(key)?.Score ?? 0;

    public bool AreAliases(string a, string b) => a == b || _terms.TryGetValue(a, out var term) && term.Aliases.Contains(b) || _terms.TryGetValue(b, out var other) && other.Aliases.Contains(a);

    /// <summary>A term as an option, explained by its best fact.</summary>
    public Option? OptionOf(string key) =>
        _terms.TryGetValue(key, out var term) && term.Score >= FewestScore && _best.TryGetValue(key, out var fact) ? new Option(term.Text, new OptionForm(OptionKind.Term, fact.Plural), key, fact) { Reality = Naming.Sentence(fact) } : null;

    /// <summary>The term of a fact as a key: proved by that fact.</summary>
    public static Option? KeyOf(Fact fact) => OptionText.Of(fact.Term) is { } text ? new Option(text, new OptionForm(OptionKind.Term, fact.Plural), fact.Key, fact) : null;

    public IEnumerable<Option> Options() => _best.Keys.Order(StringComparer.Ordinal).Select(OptionOf).OfType<Option>();

    private static double Rank(Fact fact) => fact.Score + (fact.Kind == FactKind.Definition ? 1 : 0);
}

using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Term to definition, with definitions as options; definition to term, with terms.</summary>
internal static class DefinitionQuestions
{
    /// <summary>A longer definition in the stem would be most of it, copied from the source.</summary>
    private const int MostWordsInStem = 15;

    /// <summary>Lesser words are only said to be something in passing ("an instant bestseller").</summary>
    public const double FewestTermScore = 0.15;

    /// <summary>What stands beside a word in commas or brackets is less often what it is.</summary>
    private const double FewestBesideScore = 0.4;

    /// <summary>"a disease that affects the joints" beside a word is what it is.</summary>
    private const double FewestBesideScoreTold = 0.29;

    /// <summary>"area of the hypothalamus" tells no area from another.</summary>
    private const int FewestWords = 3;

    public static IEnumerable<Option> Options(Fact fact)
    {
        if (fact.Kind != FactKind.Definition)
        {
            yield break;
        }
        if (fact.Pattern == "occurs-when" && fact.Statement.StartsWith("when ", StringComparison.Ordinal))
        {
            if (OptionText.Of(fact.Statement[5..]) is { } clause && ContentWords.Count(clause) is >= 5 and <= OptionText.MostWords)
            {
                yield return new Option(clause, new OptionForm(OptionKind.Clause), fact.Key, fact) { Reality = $"This happens in {fact.Term}." };
            }
        }
        else if (OptionText.Of(OptionText.WithoutArticle(OptionText.Core(fact.Statement))) is { } text && ContentWords.Count(text) is >= 4 and <= OptionText.MostWords)
        {
            yield return new Option(text, OptionText.FormOf(fact), fact.Key, fact) { Reality = $"This describes {Naming.Of(fact)}." };
        }
    }

    public static IEnumerable<Question> Find(Fact fact, TermBook terms, TermNatures natures)
    {
        if (fact.Kind != FactKind.Definition || terms.ScoreOf(fact.Key) < FewestTermScore || fact.Pattern is "apposition" or "brackets" && terms.ScoreOf(fact.Key) < (Tells(fact) ? FewestBesideScoreTold : FewestBesideScore) || !natures.IsNamed(fact))
        {
            yield break;
        }
        foreach (var key in Options(fact).Where(o => o.Words.Count >= FewestWords && natures.IsDescribed(o)))
        {
            var stem = key.Form.Kind switch
            {
                OptionKind.Clause => $"What happens in {fact.Term}?",
                OptionKind.When => $"When does {Naming.Of(fact)} occur?",
                OptionKind.How => $"Which of the following does the term “{fact.Term}” refer to?",
                _ => Pick(fact.Key, $"Which of the following best describes {Naming.Of(fact)}?", $"What does the term “{fact.Term}” mean?", $"What does “{fact.Term}” refer to?"),
            };
            if (!(key.Form.Kind == OptionKind.When && fact.Plural))
            {
                yield return new Question("term-to-definition", BloomLevel.Remember, stem, key, fact.Key, fact.Score + 0.1);
            }
        }
        var said = OptionText.Of(OptionText.Core(fact.Statement));
        if (said is not null && ContentWords.Of(said).Distinct(StringComparer.Ordinal).Count() >= FewestWords && OptionText.FormOf(fact).Kind == OptionKind.Description && natures.GenusOf(said) is not null && natures.IsComplete(said) && ContentWords.Count(said) is >= 4 and <= MostWordsInStem && TermBook.KeyOf(fact) is { } term)
        {
            var frame = ContentWords.Count(said) <= 9 ? "Which of the following terms" : "According to the course, which of the following terms";
            var stem = fact.Plural ? $"{frame} refers to {said}?" : $"{frame} means {said}?";
            yield return new Question("definition-to-term", BloomLevel.Remember, stem, term, fact.Key, fact.Score - 0.05);
        }
    }

    private static bool Tells(Fact fact) => fact.Statement.Split(' ') is ["a" or "an", ..] words && words.Skip(2).Any(w => w is "that" or "which" or "who" or "whom");

    /// <summary>Varies the wording by content, so that the same item always reads the same.</summary>
    internal static string Pick(string seed, params ReadOnlySpan<string> wordings) => wordings[(int)(StableHash.Of(seed) % (uint)wordings.Length)];
}

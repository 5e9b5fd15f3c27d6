using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>What is said of a term, with predicates as options; and of which term it is said, with terms.</summary>
internal static class PropertyQuestions
{
    /// <summary>Properties of lesser terms are not worth asking.</summary>
    private const double FewestTermScore = 0.27;
    private const double FewestKeyScore = 0.45, FewestDefiniteScore = 0.4;
    private const int MostWordsInStem = 14;

    /// <summary>"can be positive or negative" may be said of anything.</summary>
    private const int FewestWords = 4;

    public static IEnumerable<Option> Options(Fact fact)
    {
        if (fact.Kind is not (FactKind.Property or FactKind.Cause) || fact.Verb.Length == 0)
        {
            yield break;
        }
        if (fact.Pattern == "in-term")
        {
            if (OptionText.Of(fact.Statement) is { } clause && ContentWords.Count(clause) is >= 5 and <= OptionText.MostWords)
            {
                yield return new Option(clause, new OptionForm(OptionKind.Clause), fact.Key, fact) { Reality = $"This happens in {fact.Term}." };
            }
            yield break;
        }
        if (fact.Pattern == "did")
        {
            if (OptionText.Predicate(fact, fact.Plural) is { } past)
            {
                yield return new Option(past, new OptionForm(OptionKind.Did, null, fact.Verb.Split(' ')[0] is "was" or "were" ? fact.Verb.Split(' ')[0] : ""), fact.Key, fact) { Reality = $"This is said of {Naming.Of(fact)}." };
            }
            yield break;
        }
        foreach (var plural in new[] { false, true })
        {
            if (OptionText.Predicate(fact, plural) is { } text && ContentWords.Of(text).Distinct(StringComparer.Ordinal).Count() >= FewestWords && (plural == fact.Plural || !text.Contains(fact.Plural ? " their " : " its ", StringComparison.Ordinal)))
            {
                yield return new Option(text, new OptionForm(fact.Pattern == "does" ? OptionKind.Does : OptionKind.Is, plural), fact.Key, fact) { Reality = $"This is said of {Naming.Of(fact)}." };
            }
        }
    }

    public static IEnumerable<Question> Find(Fact fact, TermBook terms, TermNatures natures)
    {
        if (terms.ScoreOf(fact.Key) < FewestTermScore || Options(fact).FirstOrDefault(o => o.Form.Plural is null || o.Form.Plural == fact.Plural) is not { } key || !natures.IsComplete(key.Text) || !natures.IsNamed(fact))
        {
            yield break;
        }
        // "the movement", "the fertility rates": one that the text spoke of just before.
        if (fact.Article == "the" && (fact.Plural || terms.ScoreOf(fact.Key) < FewestDefiniteScore) || fact.Pattern == "in-term" && terms.ScoreOf(fact.Key) < FewestKeyScore)
        {
            yield break;
        }
        if (fact.Pattern == "in-term")
        {
            yield return new Question("what-happens", BloomLevel.Understand, $"What happens {(fact.Verb == "during" ? "during" : "in")} {Naming.Of(fact)}?", key, fact.Key, fact.Score);
            yield break;
        }
        var name = Naming.Of(fact);
        var stem = $"Which of the following is true of {name}?";
        yield return new Question(fact.Kind == FactKind.Cause ? "cause-to-effect" : "term-to-property", BloomLevel.Understand, stem, key, fact.Key, fact.Score - 0.05);
        if (terms.ScoreOf(fact.Key) >= FewestKeyScore && !IsPossibility(fact) && !(fact.Plural && natures.HasSecondVerb(key.Text)) && TermBook.KeyOf(fact) is { } term && ContentWords.Count(key.Text) <= MostWordsInStem && !key.Text.Contains(" its ", StringComparison.Ordinal) && !key.Text.Contains(" their ", StringComparison.Ordinal))
        {
            // "Which of the following" asks in the singular; the verb follows.
            var singular = Options(fact).FirstOrDefault(o => o.Form.Plural == false)?.Text ?? key.Text;
            var words = ContentWords.Count(singular);
            var reverse = words <= 6 ? $"Which of the following {singular}?" : $"According to the course, which of the following {singular}?";
            yield return new Question(fact.Kind == FactKind.Cause ? "effect-to-cause" : "property-to-term", BloomLevel.Understand, reverse, term, fact.Key, fact.Score - 0.1);
        }
    }

    /// <summary>"can change …" and "plays a role in …" are true of more terms than the course says it of.</summary>
    private static bool IsPossibility(Fact fact) =>
        fact.Verb.Split(' ')[0] is "can" or "may" or "could" or "might" || fact.Verb.StartsWith("play", StringComparison.Ordinal) || fact.Statement.Contains("important", StringComparison.Ordinal) || fact.Statement.Contains("essential", StringComparison.Ordinal);
}

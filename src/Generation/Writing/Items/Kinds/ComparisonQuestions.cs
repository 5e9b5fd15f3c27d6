using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>What is said of one thing against another.</summary>
internal static class ComparisonQuestions
{
    public static IEnumerable<Option> Options(Fact fact)
    {
        if (fact.Kind == FactKind.Comparison && OptionText.Of(fact.Statement) is { } text && ContentWords.Count(text) is >= 4 and <= OptionText.MostWords)
        {
            var kind = fact.Verb.Split(' ')[0] is "is" or "are" ? OptionKind.Is : OptionKind.Does;
            yield return new Option(text, new OptionForm(kind, fact.Plural), fact.Key, fact) { Reality = $"This is said of {Naming.Of(fact)}." };
        }
    }

    public static IEnumerable<Question> Find(Fact fact, TermKeys keys)
    {
        // "the appraisal, in contrast to …": one that the text spoke of just before.
        if (!(fact.Article == "the" && !fact.Term.Contains(' ', StringComparison.Ordinal)) && Options(fact).FirstOrDefault() is { } key)
        {
            yield return new Question("distinguishes", BloomLevel.Analyze, $"What is true of {Naming.Of(fact)}, in contrast to {fact.Other}?", key, fact.Key, fact.Score + 0.1) { Versus = keys.Of(fact.Other!) };
        }
    }
}

using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Who proposed what.</summary>
internal static partial class ClaimQuestions
{
    private const int MostWordsInStem = 16;

    public static IEnumerable<Option> Options(Fact fact)
    {
        if (fact is { Kind: FactKind.Claim, Other: { } person })
        {
            yield return new Option(person, new OptionForm(OptionKind.Person), person, fact);
        }
    }

    public static IEnumerable<Question> Find(Fact fact)
    {
        if (Options(fact).FirstOrDefault() is not { } key || !Proposing().IsMatch(fact.Verb) || OptionText.Of(fact.Statement) is not { } said || ContentWords.Count(said) is < 2 or > MostWordsInStem)
        {
            yield break;
        }
        var stem = fact.Pattern == "done-by" ? $"Who {Passive(fact)} {Naming.Of(fact)}?" : ContentWords.Count(said) > 5 ? $"According to the course, who {fact.Verb} {said}?" : $"Who {fact.Verb} {said}?";
        yield return new Question("who-proposed", BloomLevel.Remember, stem, key, fact.Other!, fact.Score + 0.2);
    }

    private static string Passive(Fact fact) => fact.Verb.Split(' ')[^1];

    /// <summary>Verbs by which a person brings something into the world; that somebody "describes" a thing is nothing to remember.</summary>
    [GeneratedRegex(@"\b(?:propos|develop|coin|introduc|found|discover|invent|theori[sz]|formulat|creat|pioneer|suggest|argu|identif|establish|design|devis|advanc|defin)\w*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Proposing();
}

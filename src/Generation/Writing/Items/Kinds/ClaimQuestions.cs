using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Who proposed what, and what somebody holds or has done.</summary>
internal static partial class ClaimQuestions
{
    /// <summary>What a theory holds stands beside what people hold.</summary>
    private const string Theory = "theory-holds";

    private const int MostWordsInStem = 16, FewestWordsOfView = 6, FewestWordsOfWork = 5;

    public static IEnumerable<Option> Options(Fact fact)
    {
        if (fact is not { Kind: FactKind.Claim, Other: { } person })
        {
            yield break;
        }
        if (fact.Pattern != Theory)
        {
            yield return new Option(person, new OptionForm(OptionKind.Person), person, fact);
        }
        if (ViewOf(fact) is { } view)
        {
            yield return new Option(view, new OptionForm(OptionKind.View), person, fact) { Reality = $"This is what {person} holds." };
        }
        if (WorkOf(fact) is { } work)
        {
            yield return new Option(work, new OptionForm(OptionKind.Work), person, fact) { Reality = $"This is said of {person}." };
        }
    }

    public static IEnumerable<Question> Find(Fact fact, TermNatures natures)
    {
        foreach (var key in Options(fact).Where(natures.IsStated))
        {
            if (key.Form.Kind == OptionKind.View)
            {
                yield return new Question("person-to-view", BloomLevel.Understand, $"Which of the following is true, according to {fact.Other}?", key, fact.Other!, fact.Score + 0.15);
            }
            else if (key.Form.Kind == OptionKind.Work)
            {
                yield return new Question("person-to-work", BloomLevel.Remember, $"Which of the following is true of {fact.Other}?", key, fact.Other!, fact.Score + 0.15);
            }
            else if (Proposing().IsMatch(fact.Verb) && OptionText.Of(fact.Statement) is { } said && ContentWords.Count(said) is >= 2 and <= MostWordsInStem)
            {
                var stem = fact.Pattern == "done-by" ? $"Who {Passive(fact)} {Naming.Of(fact)}?" : ContentWords.Count(said) > 5 ? $"According to the course, who {fact.Verb} {said}?" : $"Who {fact.Verb} {said}?";
                yield return new Question("who-proposed", BloomLevel.Remember, stem, key, fact.Other!, fact.Score + 0.2);
            }
        }
    }

    /// <summary>What stands behind "argued that", as a clause of its own.</summary>
    private static string? ViewOf(Fact fact)
    {
        var said = fact.Pattern == "according-to" ? fact.Statement : fact.Pattern is "person-verb" or Theory && fact.Statement.StartsWith("that ", StringComparison.Ordinal) ? fact.Statement[5..] : null;
        return said is not null && OptionText.Of(Spelling.Capital(said)) is { } view && ContentWords.Count(view) is >= FewestWordsOfView and <= OptionText.MostWords ? view : null;
    }

    /// <summary>"published the first textbook of …": told in the past, so that it stays true.</summary>
    private static string? WorkOf(Fact fact) =>
        fact.Pattern == "person-verb" && Made().IsMatch(fact.Verb) && !fact.Statement.StartsWith("that ", StringComparison.Ordinal) && OptionText.Of($"{fact.Verb} {fact.Statement}") is { } work && !Leaning().IsMatch(work) && ContentWords.Count(work) is >= FewestWordsOfWork and <= OptionText.MostWords ? work : null;

    private static string Passive(Fact fact) => fact.Verb.Split(' ')[^1];

    /// <summary>Verbs by which a person brings something into the world; that somebody "describes" a thing is nothing to remember.</summary>
    [GeneratedRegex(@"\b(?:propos|develop|coin|introduc|found|discover|invent|theori[sz]|formulat|creat|pioneer|suggest|argu|identif|establish|design|devis|advanc|defin)\w*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Proposing();

    /// <summary>"her translation" tells whose it is, "another theory" which one came before.</summary>
    [GeneratedRegex(@"\b(?:his|her|their|another|other|further|more|same|first(?= (?:name|step)))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"^(?:propos|develop|coin|introduc|found|discover|invent|formulat|creat|pioneer|identif|establish|design|devis|publish|defin|emphasi[sz]|advocat|conduct|stud(?:y|i))\w*ed$|^wrote$", RegexOptions.IgnoreCase)]
    private static partial Regex Made();
}

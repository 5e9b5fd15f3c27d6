using System.Collections.Frozen;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Who proposed, founded or held what: "Erik Erikson proposed …", "… was coined by …". Only people whose first and last name the course gives somewhere.</summary>
internal static class ClaimPatterns
{
    private static readonly FrozenSet<string> Proposing = "propose develop introduce argue suggest coin found establish formulate create invent describe define identify theorize hypothesize believe view publish conduct pioneer assert claim maintain postulate contend emphasize advocate demonstrate discover devise study design conceptualize write perform find conclude observe show report note".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> NoPerson = "Generation What How Why When Where The This That These In On At For And But Or If As To By Of From Is Are United American European University National World War State States Department Association Institute Center Center School Journal Act Court Street City College Foundation Organization Board Church Bureau Office Service Report Survey Society Congress January February March April May June July August September October November December Company Project Study Scale Test Model Theory International Union Party Movement Group Bank Fund Press Times News House Supreme Nations South North East West New San Los Las Mount Lake River Great".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Found> Find(Clause clause, PatternContext context)
    {
        if (clause.Negated)
        {
            yield break;
        }
        if (!clause.Passive && Proposing.Contains(clause.MainVerb.Lemma) && clause.Rest.Count >= 2 && clause.MainVerb.Form is WordForm.Past or WordForm.ThirdPerson && Named(clause.Subject, context) is (var person, var first) && Predicate.Text(clause.Rest, fewest: first is null ? 2 : 4) is { } text)
        {
            yield return new Found(FactKind.Claim, new TermPhrase(person, context.Keys.Of(person), false, ""), text, "person-verb", 0.6) { Verb = clause.Verbs.Text, Other = person, Support = first };
        }
        else if (clause.Lead.Count is > 2 and < 7 && clause.Lead.First.Lower == "according" && clause.Lead[1].Lower == "to" && clause.PresentTense && Named(clause.Lead.Slice(2, clause.Lead.Count), context) is (var holder, var where) && Predicate.Text(new Phrase(clause.Tokens, clause.Subject.From, clause.Rest.To), finite: 1, fewest: 6) is { } said)
        {
            yield return new Found(FactKind.Claim, new TermPhrase(holder, context.Keys.Of(holder), false, ""), Spelling.Small(said, context.Casing.IsName), "according-to", 0.55) { Verb = "holds that", Other = holder, Support = where };
        }
        else if (clause.Passive && Proposing.Contains(clause.MainVerb.Lemma) && clause.Rest.Count >= 3 && clause.Rest.First.Lower == "by" && context.Terms.Read(clause.Subject, lenient: true) is { } thing)
        {
            var end = NounPhrases.EndOf(clause.Tokens, clause.Rest.From + 1);
            if (Person(LastName(new Phrase(clause.Tokens, clause.Rest.From + 1, end))) is { } by)
            {
                yield return new Found(FactKind.Claim, thing, thing.Text, "done-by", 0.75) { Verb = clause.Verbs.Text, Other = by, Plural = clause.PluralVerb };
            }
        }
    }

    /// <summary>A person by full name, or by the last name of somebody the course names in full elsewhere.</summary>
    private static (string Name, SourceSentence? First)? Named(Phrase phrase, PatternContext context)
    {
        if (Person(phrase) is { } full)
        {
            return (full, null);
        }
        var last = LastName(phrase);
        return last.Count == 1 && phrase.Count <= 3 && phrase.Slice(0, phrase.Count - 1).Each().All(t => t.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Determiner) && context.People.Find(last.First.Text) is (var name, var first) ? (name, first) : null;
    }

    internal static bool IsPersonal(Phrase name) => name.Each().All(t => !NoPerson.Contains(t.Text) && char.IsUpper(t.Text[0]) && !(t.Text.Length > 2 && t.Text.All(char.IsUpper)));

    private static Phrase LastName(Phrase phrase)
    {
        var from = phrase.Count;
        while (from > 0 && phrase[from - 1].Is(PartOfSpeech.ProperNoun))
        {
            from--;
        }
        return phrase.Slice(from, phrase.Count);
    }

    /// <summary>Two to four capitalised words, initials allowed; "psychologist" and the like in front are left out.</summary>
    private static string? Person(Phrase phrase)
    {
        if (phrase.Any(t => t.Tag is PartOfSpeech.Conjunction or PartOfSpeech.Preposition or PartOfSpeech.Possessive))
        {
            return null;
        }
        var name = LastName(phrase);
        return name.Count is >= 2 and <= 4 && (name.Count == phrase.Count || phrase.Slice(0, phrase.Count - name.Count).Each().All(t => t.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Determiner))
            && IsPersonal(name) ? name.Text : null;
    }
}

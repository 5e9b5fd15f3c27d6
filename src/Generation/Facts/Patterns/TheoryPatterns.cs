using System.Collections.Frozen;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>What a theory or school holds: "Dependency theory states that …", "According to the opponent-process model, …", "Functionalists argue that …".</summary>
internal static class TheoryPatterns
{
    private static readonly FrozenSet<string> Theories = Set("theory model hypothesis perspective approach paradigm principle thesis school doctrine framework law theorem account view theorist economist functionalist");
    private static readonly FrozenSet<string> Holding = Set("assert postulate predict suggest propose state hold argue maintain claim posit contend stress assume believe emphasize emphasise explain teach theorize theorise hypothesize hypothesise conclude");

    public static IEnumerable<Found> Find(Clause clause, PatternContext context)
    {
        if (clause.Negated || !clause.PresentTense)
        {
            yield break;
        }
        if (!clause.Passive && Holding.Contains(clause.MainVerb.Lemma) && clause.Rest.Count > 4 && clause.Rest.First.Lower == "that" && Named(clause.Subject, context) is { } theory && Predicate.Text(clause.Rest, fewest: 6) is { } said)
        {
            yield return View(theory, said, 0.7);
        }
        else if (Told(clause) is { Count: > 0 } holder && Named(holder, context) is { } named && Predicate.Text(new Phrase(clause.Tokens, clause.Subject.From, clause.Rest.To), finite: 1, fewest: 6) is { } held)
        {
            yield return View(named, "that " + Spelling.Small(held, context.Casing.IsName), 0.65);
        }
    }

    private static Found View(TermPhrase theory, string said, double sure) => new(FactKind.Claim, theory, said, "theory-holds", sure)
    {
        Verb = "holds", Other = Spelling.WithArticle(theory.Plural ? "" : theory.Article, theory.Text), Plural = theory.Plural,
    };

    /// <summary>"According to X, …", "In the view of X, …".</summary>
    private static Phrase? Told(Clause clause)
    {
        var lead = clause.Lead;
        return lead.Count is > 2 and < 9 && lead.First.Lower == "according" && lead[1].Lower == "to" ? lead.Slice(2, lead.Count) : null;
    }

    private static TermPhrase? Named(Phrase phrase, PatternContext context)
    {
        if (phrase.Any(t => t.Is(PartOfSpeech.Conjunction)) || context.Terms.Read(phrase, lenient: true) is not { } term)
        {
            return null;
        }
        var words = term.Key.Split(' ');
        var of = Array.IndexOf(words, "of");
        var head = words[of > 0 ? of - 1 : ^1];
        // "the theory" alone is one that the text spoke of before; "-ism" names a school by itself.
        return words.Length > 1 && Theories.Contains(head) || head.Length > 6 && head.EndsWith("ism", StringComparison.Ordinal) ? term : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

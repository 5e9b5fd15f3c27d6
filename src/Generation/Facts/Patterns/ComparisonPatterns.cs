using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Two things and what parts them: "Unlike A, B …", "A …, whereas B …", "In contrast to A, B …", "A differs from B in …".</summary>
internal static class ComparisonPatterns
{
    public static IEnumerable<Found> Find(Clause clause, PatternContext context)
    {
        if (context.Terms.Read(clause.Subject) is not { } term || !clause.PresentTense)
        {
            yield break;
        }
        if (Unlike(clause, term, context) is { } unlike)
        {
            yield return unlike;
        }
        if (Whereas(clause, term, context) is { } whereas)
        {
            yield return whereas;
        }
    }

    private static Found? Unlike(Clause clause, TermPhrase term, PatternContext context)
    {
        var lead = clause.Lead;
        var from = lead.IsEmpty ? -1 : lead.First.Lower is "unlike" ? 1 : lead.Count > 3 && lead.First.Lower is "in" && lead[1].Lower is "contrast" or "comparison" && lead[2].Lower is "to" or "with" ? 3 : lead.Count > 2 && lead.First.Lower == "compared" ? 2 : -1;
        if (from < 0 || context.Terms.Read(lead.Slice(from, lead.Count)) is not { } other || other.Key == term.Key)
        {
            return null;
        }
        return Predicate.Text(new Phrase(clause.Tokens, clause.Verbs.From, clause.Rest.To), finite: 1, fewest: 4) is { } text
            ? new Found(FactKind.Comparison, term, text, "unlike", 0.8) { Other = other.Text, Plural = clause.PluralVerb, Verb = clause.Verbs.Text } : null;
    }

    private static Found? Whereas(Clause clause, TermPhrase term, PatternContext context)
    {
        var at = clause.Rest.IndexOf(t => t.Lower is "whereas" or "while");
        if (at < 3 || clause.Rest[at - 1].Text != ",")
        {
            return null;
        }
        var second = ClauseReader.Read([.. clause.Rest.Slice(at + 1, clause.Rest.Count).Each()]);
        if (second is null || context.Terms.Read(second.Subject) is not { } other || other.Key == term.Key || !second.PresentTense)
        {
            return null;
        }
        return Predicate.Text(new Phrase(clause.Tokens, clause.Verbs.From, clause.Rest.From + at - 1), finite: 1, fewest: 3) is { } text
            ? new Found(FactKind.Comparison, term, text, "whereas", 0.8) { Other = other.Text, Plural = clause.PluralVerb, Verb = clause.Verbs.Text } : null;
    }
}

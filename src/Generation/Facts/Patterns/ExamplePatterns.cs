using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Instances of a kind: "X such as a, b, and c", "Examples of X include a and b". A dictionary must confirm each instance, or the course must say "example".</summary>
internal static class ExamplePatterns
{
    public static IEnumerable<Found> Find(SourceSentence sentence, PatternContext context)
    {
        var tokens = sentence.Tokens;
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Lower == "such" && tokens[i + 1].Lower == "as" && SuchAs(tokens, i, context) is { } found)
            {
                yield return found;
            }
        }
        foreach (var stated in sentence.Clauses.Select(c => Stated(c, context)).OfType<Found>())
        {
            yield return stated;
        }
    }

    private static Found? SuchAs(IReadOnlyList<Token> tokens, int at, PatternContext context)
    {
        var end = tokens[at - 1].Text == "," ? at - 1 : at;
        var start = NounPhrases.StartOf(tokens, end);
        if (start >= end || context.Terms.Read(new Phrase(tokens, start, end)) is not { Plural: true } kind)
        {
            return null;
        }
        var to = at + 2;
        while (to < tokens.Count && tokens[to].Text is not ("." or ";" or ":" or "—") && !tokens[to].IsFinite)
        {
            to++;
        }
        var members = Members.Of(new Phrase(tokens, at + 2, to), context.Casing, fewest: 1);
        var head = context.Keys.Word(tokens[end - 1].Lower);
        var sure = members.Where(m => context.Lexicon.Nouns.IsKindOf(context.Keys.Of(m), head)).ToList();
        return sure.Count == 0 || sure.Count < members.Count ? null : new Found(FactKind.Example, kind, string.Join(", ", sure), "such-as", 0.6) { Members = sure, Plural = true };
    }

    /// <summary>"Examples of X include a, b, and c"; "A is an example of X".</summary>
    private static Found? Stated(Clause clause, PatternContext context)
    {
        if (clause.Subject.Count > 2 && clause.SubjectHead.Lemma == "example" && clause.Subject.Slice(clause.Head - clause.Subject.From + 1, clause.Subject.Count) is var of && of.Count > 1 && of.First.Lower == "of"
            && context.Terms.Read(of.Slice(1, of.Count)) is { } kind && Members.Of(clause.Rest, context.Casing, fewest: 1) is { Count: > 0 } members)
        {
            return new Found(FactKind.Example, kind, string.Join(", ", members), "examples-of", 0.85) { Members = members, Plural = kind.Plural };
        }
        var rest = clause.Rest;
        if (clause.Copular && clause.PresentTense && rest.Count > 4 && rest[1].Lower == "example" && rest[2].Lower == "of" && !clause.Subject.First.Is(PartOfSpeech.Pronoun))
        {
            var end = NounPhrases.EndOf(rest.Tokens, rest.From + 3) - rest.From;
            if (end > 3 && (end == rest.Count || rest[end].Text is "," or "." or ";") && context.Terms.Read(rest.Slice(3, end), lenient: true) is { } term && Predicate.Text(clause.Subject, fewest: 2) is { } instance)
            {
                return new Found(FactKind.Example, term, instance, "is-an-example", 0.8) { Members = [Spelling.Small(instance, context.Casing.IsName)], Plural = term.Plural };
            }
        }
        return null;
    }
}

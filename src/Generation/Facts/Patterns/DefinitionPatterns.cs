using System.Collections.Frozen;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>"X is a … that …" and what stands in its place: "X refers to …", "X is defined as …", "… is called X".</summary>
internal static class DefinitionPatterns
{
    private static readonly FrozenSet<string> EmptyGenus = "example way part reason element aspect one lot case matter fact thing result key cause means factor problem step answer source sign bit series piece goal purpose subject topic difference first second third instance issue concern product consequence choice question symbol beginning end center centre lack rest majority same basis term word label phrase expression extension".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Evaluating = "important good better best bad great powerful useful popular common major main key crucial critical significant essential vital big huge perfect prime classic strong interesting famous fascinating difficult complex simple likely excellent primary valuable necessary different similar recent new controversial serious growing marked effective unique helpful vague fairly somewhat very quite rather".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Found> Find(Clause clause, PatternContext context)
    {
        if (clause.Negated || clause.Modal && !IsNaming(clause))
        {
            yield break;
        }
        if (WhenCalled(clause, context) is { } whenCalled)
        {
            yield return whenCalled;
        }
        if (clause.Copular && clause.PresentTense && clause.Verbs.Each().Count(t => !t.Is(PartOfSpeech.Adverb)) == 1 && IsA(clause, context) is { } isA)
        {
            yield return isA;
        }
        if (Refers(clause, context) is { } refers)
        {
            yield return refers;
        }
        if (IsNaming(clause) && Named(clause, context) is { } named)
        {
            yield return named;
        }
        if (Inserted(clause, context) is { } inserted)
        {
            yield return inserted;
        }
    }

    /// <summary>"a number that …", "an enormous amount": nothing is named by these.</summary>
    internal static bool IsEmpty(Phrase said)
    {
        var head = NounPhrases.EndOf(said.Tokens, said.From) - 1;
        return head < said.From || EmptyGenus.Contains(said.Tokens[head].Lemma) || said.Tokens[head].Lemma is "number" or "amount" or "figure" or "year"
            || said.Slice(0, head - said.From).Any(t => Evaluating.Contains(t.Lower) || t.Lower is "most" or "more" or "enormous" or "key");
    }

    private static Found? IsA(Clause clause, PatternContext context)
    {
        var rest = clause.Rest;
        // "According to conflict theory, society is …": one view among others.
        if (rest.Count < 4 || !clause.Lead.IsEmpty && clause.Lead.First.Lower == "according" || context.Terms.Read(clause.Subject, broad: true) is not { } term)
        {
            return null;
        }
        var own = rest.First.Lower is "our" or "your" || rest.First.Lower == "one" && rest[1].Is(PartOfSpeech.Possessive);
        rest = own ? rest.Slice(rest[1].Is(PartOfSpeech.Possessive) ? 2 : 1, rest.Count) : rest;
        var head = rest.First.Lower == "those" && rest[1].Lower is "that" or "who" or "which" ? rest.From : NounPhrases.EndOf(rest.Tokens, rest.From) - 1;
        if (head < rest.From || head >= rest.To)
        {
            return null;
        }
        var genus = rest.Tokens[head];
        var opening = rest.First;
        var bare = opening.Tag is not (PartOfSpeech.Determiner or PartOfSpeech.Punctuation);
        var differs = Differs(rest, head);
        if (opening.Is(PartOfSpeech.Determiner) && opening.Lower is not ("a" or "an" or "the" or "any" or "those") || bare && !(genus.Form == WordForm.Plural && clause.PluralVerb || genus.Is(PartOfSpeech.Gerund) && !clause.PluralVerb && genus.Lemma is not ("become" or "grow" or "get" or "go" or "come" or "increase" or "change" or "decline" or "spend" or "begin" or "start" or "work" or "try" or "rise") || own || differs && genus.Form == WordForm.Singular && !clause.PluralVerb))
        {
            return null;
        }
        if (EmptyGenus.Contains(genus.Lemma) || rest.Slice(0, head - rest.From).Any(t => Evaluating.Contains(t.Lower) || t.Is(PartOfSpeech.Adjective) && t.Lower.EndsWith("est", StringComparison.Ordinal) && t.Lower != t.Lemma || t.Lower is "most" or "more" or "least" or "less" or "best") || opening.Is(PartOfSpeech.Number) || opening.Is(PartOfSpeech.Adverb) && opening.Lower is not ("relatively" or "essentially" or "mainly" or "primarily"))
        {
            return null;
        }
        // A genus alone says little: what makes the difference must follow it, or stand before it.
        if (Predicate.Text(rest, fewest: 4) is not { } text || head + 1 >= rest.To && rest.Count < 5)
        {
            return null;
        }
        var indefinite = opening.Lower is "a" or "an" or "any" || bare;
        return new Found(FactKind.Definition, term, text, "is-a", (indefinite ? 0.72 : 0.55) + (differs ? 0.08 : -0.2) - (clause.Lead.IsEmpty ? 0 : 0.08)) { Verb = clause.Verbs.Text, Plural = clause.PluralVerb };
    }

    /// <summary>A genus with its difference: "… that", "… of", "… used to", also after "a and b".</summary>
    private static bool Differs(Phrase rest, int head)
    {
        for (var i = head + 1; i < Math.Min(rest.To, head + 5); i++)
        {
            var token = rest.Tokens[i];
            if (token.Tag is PartOfSpeech.Subordinator or PartOfSpeech.Preposition or PartOfSpeech.To or PartOfSpeech.Participle or PartOfSpeech.Gerund || token.Lower is "who" or "that")
            {
                return true;
            }
            if (!(token.IsNominal || token.Tag is PartOfSpeech.Conjunction or PartOfSpeech.Adjective))
            {
                return false;
            }
        }
        return false;
    }

    private static Found? Refers(Clause clause, PatternContext context)
    {
        var rest = clause.Rest;
        var (skip, pattern, sure) = (clause.MainVerb.Lemma, rest.Count > 0 ? rest.First.Lower : "") switch
        {
            ("refer", "to") when !clause.Passive => (1, "refers-to", 0.95),
            ("mean", not "that") when !clause.Passive => (0, "means", 0.75),
            ("define" or "describe", "as") when clause.Passive => (1, "defined-as", clause.MainVerb.Lemma == "define" ? 0.95 : 0.7),
            ("describe", _) when !clause.Passive && clause.PresentTense => (0, "describes", 0.7),
            ("denote" or "designate", _) => (0, "means", 0.85),
            _ => (-1, "", 0),
        };
        if (skip < 0 || !clause.PresentTense && !clause.Passive || context.Terms.Read(clause.Subject, lenient: sure > 0.9, broad: true) is not { } term || clause.Subject.Any(t => t.Lower is "term" or "word"))
        {
            return null;
        }
        var statement = rest.Slice(skip, rest.Count);
        if (statement.Count < 3 || statement.First.Tag is PartOfSpeech.Adverb or PartOfSpeech.Subordinator or PartOfSpeech.Pronoun && statement.First.Lower is not ("how" or "what" or "when" or "any" or "anything") || Predicate.Text(statement) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Definition, term, text, pattern, sure) { Verb = clause.Verbs.Text + (skip == 1 ? " " + rest.First.Text : ""), Plural = clause.PluralVerb };
    }

    /// <summary>"When an organism receives a reinforcer each time …, it is called continuous reinforcement".</summary>
    private static Found? WhenCalled(Clause clause, PatternContext context)
    {
        if (!IsNaming(clause) || clause.Lead.Count < 5 || clause.Lead.First.Lower is not ("when" or "if") || clause.Subject.Count > 2 || clause.Subject.First.Lower is not ("it" or "this" or "that"))
        {
            return null;
        }
        var at = clause.Rest.IndexOf(t => t.Lower is not ("as" or "to" or "a" or "an" or "the" or "“"));
        var end = at < 0 ? 0 : NounPhrases.EndOf(clause.Tokens, clause.Rest.From + at) - clause.Rest.From;
        if (at < 0 || end <= at || context.Terms.Read(clause.Rest.Slice(at, end), lenient: true) is not { } term || Predicate.Text(clause.Lead, fewest: 5) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Definition, term, Spelling.Small(text, context.Casing.IsName), "occurs-when", 0.9) { Verb = "occurs" };
    }

    private static bool IsNaming(Clause clause) => clause.Passive && clause.MainVerb.Lemma is "call" or "know" or "term" or "label" or "name" or "refer";

    /// <summary>"The tendency to … is called X": the subject is the definition.</summary>
    /// <summary>"The auditory cortex, the main area responsible for …, is located in …".</summary>
    private static Found? Inserted(Clause clause, PatternContext context)
    {
        var said = clause.Insertion;
        var skip = said.Count > 3 && said.First.Lower is "which" or "that" && said[1].Lower is "is" or "are" ? 2 : 0;
        said = said.Slice(Math.Min(skip, said.Count), said.Count);
        if (said.Count < 4 || clause.Subject.Any(t => t.Is(PartOfSpeech.Conjunction)))
        {
            return null;
        }
        var head = NounPhrases.EndOf(said.Tokens, said.From) - 1;
        var plural = head >= said.From && said.Tokens[head].Form == WordForm.Plural;
        if (head < said.From || head + 1 >= said.To || !(said.First.Lower is "a" or "an" or "the" || plural && said.First.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective) || said.Tokens[head + 1].Text == ","
            || IsEmpty(said) || plural && !said.Any(t => t.Lower is "that" or "who" or "which") || context.Terms.Read(clause.Subject) is not { } term || term.Plural != plural || Predicate.Text(said, fewest: 4) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Definition, term, text, "apposition", 0.65) { Verb = plural ? "are" : "is", Plural = plural };
    }

    private static Found? Named(Clause clause, PatternContext context)
    {
        var rest = clause.Rest;
        var at = 0;
        while (at < rest.Count && rest[at].Lower is "as" or "to" or "a" or "an" or "the" or "“")
        {
            at++;
        }
        var needsAs = clause.MainVerb.Lemma is "know" or "refer";
        if (at >= rest.Count || needsAs && !rest.Slice(0, at).Any(t => t.Lower == "as"))
        {
            return null;
        }
        var end = NounPhrases.EndOf(rest.Tokens, rest.From + at) - rest.From;
        if (end <= at || end < rest.Count && !(rest[end].Text is "," or ";" or ":" or "." or "—" || rest[end].Tag is PartOfSpeech.Conjunction or PartOfSpeech.Preposition or PartOfSpeech.Subordinator))
        {
            return null;
        }
        var subject = clause.Subject;
        if (!subject.Any(t => t.Tag is PartOfSpeech.Subordinator or PartOfSpeech.Gerund or PartOfSpeech.Participle or PartOfSpeech.To || t.Lower is "of" or "that" or "who"))
        {
            return null;
        }
        var article = at > 0 && rest[at - 1].Lower is "a" or "an" or "the" ? rest[at - 1].Lower : "";
        if (subject.Count < 4 || context.Terms.Read(rest.Slice(at, end), lenient: true) is not { } term || Predicate.Text(subject, fewest: 4) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Definition, term with { Article = article }, Spelling.Small(text, context.Casing.IsName), "called", 0.9) { Verb = "is", Plural = clause.PluralVerb && term.Plural };
    }
}

using System.Collections.Frozen;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Clauses that give a matter its name in other ways than "X is …": "Y defined X as …", "the term X describes …", "people experience X when …".</summary>
internal static class NamingPatterns
{
    private static readonly FrozenSet<string> Words = Set("term word concept phrase label expression notion idea");
    private static readonly FrozenSet<string> Describing = Set("describe describes refer refers mean means denote denotes designate designates");
    private static readonly FrozenSet<string> Undergoing = Set("experience undergo exhibit display engage");
    private static readonly FrozenSet<string> People = Set("person people individual someone somebody one human child adult animal organism group society learner patient we you");

    public static IEnumerable<Found> Find(Clause clause, PatternContext context)
    {
        if (clause.Negated)
        {
            yield break;
        }
        if ((DefinedAs(clause, context) ?? Term(clause, context) ?? UsedFor(clause, context) ?? Coined(clause, context) ?? Undergone(clause, context)) is { } found)
        {
            yield return found;
        }
    }

    /// <summary>"Festinger defined cognitive dissonance as …".</summary>
    private static Found? DefinedAs(Clause clause, PatternContext context)
    {
        if (clause.Passive || clause.MainVerb.Lemma is not ("define" or "conceptualize" or "conceptualise") || clause.Lead.Any(t => t.Is(PartOfSpeech.Number)))
        {
            return null;
        }
        var at = clause.Rest.IndexOf(t => t.Lower == "as");
        if (at < 1 || NounPhrases.EndOf(clause.Tokens, clause.Rest.From) != clause.Rest.From + at)
        {
            return null;
        }
        return Definition(clause.Rest.Slice(0, at), clause.Rest.Slice(at + 1, clause.Rest.Count), "defined-as", 0.85, context);
    }

    /// <summary>"The term X describes …", "the concept of X refers to …", "the term X is used to describe …".</summary>
    private static Found? Term(Clause clause, PatternContext context)
    {
        var subject = clause.Subject;
        if (subject.Count < 3 || !Words.Contains(subject[1].Lower) || !subject.First.Is(PartOfSpeech.Determiner) || subject.First.Lower is not ("the" or "a" or "an"))
        {
            return null;
        }
        var term = subject.Slice(subject[2].Lower == "of" ? 3 : 2, subject.Count);
        var said = new Phrase(clause.Tokens, clause.Main, clause.Rest.To);
        said = clause is { Passive: true, MainVerb.Lemma: "use" } && clause.Rest.Count > 3 && clause.Rest.First.Is(PartOfSpeech.To) ? clause.Rest.Slice(1, clause.Rest.Count) : said;
        return Described(said) is { } rest ? Definition(term, rest, "refers-to", 0.9, context) : null;
    }

    /// <summary>"X is a term used to describe …", "X is the term for …", "X is used to refer to …".</summary>
    private static Found? UsedFor(Clause clause, PatternContext context)
    {
        var rest = clause.Rest;
        if (clause is { Passive: true, MainVerb.Lemma: "use" } && rest.Count > 4 && rest.First.Is(PartOfSpeech.To) && Described(rest.Slice(1, rest.Count)) is { } described)
        {
            return Definition(clause.Subject, described, "refers-to", 0.8, context);
        }
        if (!clause.Copular || rest.Count < 5 || NounPhrases.EndOf(rest.Tokens, rest.From) is var head && (head <= rest.From || !Words.Contains(rest.Tokens[head - 1].Lower) || rest.Tokens[head - 1].Lower == "idea"))
        {
            return null;
        }
        var at = NounPhrases.EndOf(rest.Tokens, rest.From) - rest.From;
        while (at < rest.Count && rest[at].Lower is "used" or "that" or "which" or "to" or "we" or "sociologists" or "psychologists" or "scientists" or "economists" or "is" or "commonly" or "often" or "also")
        {
            at++;
        }
        var said = at < rest.Count && rest[at].Lower == "for" ? rest.Slice(at + 1, rest.Count) : at < rest.Count ? Described(rest.Slice(at, rest.Count)) : null;
        return said is { } words ? Definition(clause.Subject, words, "refers-to", 0.85, context) : null;
    }

    /// <summary>"Cooley coined the term X to describe …".</summary>
    private static Found? Coined(Clause clause, PatternContext context)
    {
        var rest = clause.Rest;
        // "Geologists also use the word to describe …": the word of another field.
        if (clause.Verbs.Any(t => t.Lower == "also") || clause.MainVerb.Lemma is not ("use" or "coin" or "introduce" or "employ" or "adopt" or "propose") || rest.Count < 6 || !Words.Contains(rest[1].Lower))
        {
            return null;
        }
        var from = rest[2].Lower == "of" ? 3 : 2;
        var end = NounPhrases.EndOf(rest.Tokens, rest.From + from) - rest.From;
        return end > from && end + 2 < rest.Count && rest[end].Is(PartOfSpeech.To) && Described(rest.Slice(end + 1, rest.Count)) is { } said ? Definition(rest.Slice(from, end), said, "refers-to", 0.85, context) : null;
    }

    /// <summary>"People experience downward mobility when they …".</summary>
    private static Found? Undergone(Clause clause, PatternContext context)
    {
        var rest = clause.Rest;
        if (!clause.PresentTense && !clause.Modal || !Undergoing.Contains(clause.MainVerb.Lemma) || !People.Contains(context.Keys.Word(clause.SubjectHead.Lower)))
        {
            return null;
        }
        var when = rest.IndexOf(t => t.Lower is "when" or "if");
        var from = clause.MainVerb.Lemma == "engage" ? 1 : 0;
        if (when <= from || NounPhrases.EndOf(rest.Tokens, rest.From + from) != rest.From + when || context.Terms.Read(rest.Slice(from, when)) is not { } term || Predicate.Text(rest.Slice(when, rest.Count), fewest: 5) is not { } text)
        {
            return null;
        }
        // "people experience X when they …": who they are was said before the cut.
        text = clause.SubjectHead.Form == WordForm.Plural || clause.SubjectHead.Lower == "people" ? text.Replace("when they ", "when people ", StringComparison.Ordinal) : text;
        return new Found(FactKind.Definition, term, text, "occurs-when", 0.7) { Verb = "occurs" };
    }

    /// <summary>What follows "describes", "refers to"; null where something else stands there.</summary>
    private static Phrase? Described(Phrase said)
    {
        if (said.Count < 3 || !Describing.Contains(said.First.Lower))
        {
            return null;
        }
        return said.First.Lower is "refer" or "refers" ? said[1].Lower == "to" ? said.Slice(2, said.Count) : null : said.Slice(1, said.Count);
    }

    private static Found? Definition(Phrase term, Phrase said, string pattern, double sure, PatternContext context)
    {
        if (said.Count < 3 || said.First.Tag is PartOfSpeech.Adverb || said.First.Tag is PartOfSpeech.Subordinator or PartOfSpeech.Pronoun && said.First.Lower is not ("how" or "what" or "when" or "any" or "anything" or "the" or "someone")
            || context.Terms.Read(term, lenient: true, broad: true) is not { } read || Predicate.Text(said) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Definition, read, text, pattern, sure) { Verb = "refers to", Plural = read.Plural };
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>What is said of a term in the present tense: "X controls …", "X is involved in …", "X occurs when …", "In X, …"; causes among them.</summary>
internal static partial class PropertyPatterns
{
    private static readonly FrozenSet<string> Causing = Set("cause produce trigger lead result contribute increase decrease reduce prevent promote affect influence improve enhance elicit stimulate inhibit create generate induce strengthen weaken foster enable allow");
    private static readonly FrozenSet<string> SayNothing = Set("seem appear tend want like love hope come go get try begin start continue remain become keep make take show demonstrate illustrate indicate reveal find suggest say tell think believe know see look consider ask argue note report state write mean refer include consist exist play happen vary differ depend need say discuss explore examine learn");
    private static readonly FrozenSet<string> Bodies = Set("act law war treaty revolution movement empire constitution amendment program agreement convention depression renaissance reformation enlightenment plan doctrine declaration compromise reform pact league alliance dynasty republic proclamation bill deal purchase rebellion uprising crisis conference protocol code");
    private static readonly FrozenSet<string> Keep = Set("play make take begin tend include depend differ become explore examine argue believe vary consist suggest state show");

    public static IEnumerable<Found> Find(Clause clause, PatternContext context)
    {
        if (InTerm(clause, context) is { } inside)
        {
            yield return inside;
        }
        if (Did(clause, context) is { } did)
        {
            yield return did;
        }
        if (!clause.PresentTense || clause.Negated || clause.Verbs.Any(t => t.Lower is "still" or "now" or "even" or "just" or "already" or "then" or "again" or "only" or "too" or "been") || clause.Verbs.Any(t => t.Lemma == "have" && t != clause.MainVerb) || clause.Subject.Any(t => t.Is(PartOfSpeech.Conjunction)) || context.Terms.Read(clause.Subject) is not { } term)
        {
            yield break;
        }
        if (Occurs(clause, term) is { } occurs)
        {
            yield return occurs;
        }
        else if (Says(clause, term) is { } said)
        {
            yield return said;
        }
    }

    private static Found? Occurs(Clause clause, TermPhrase term)
    {
        var rest = clause.Rest;
        var when = rest.Count > 3 && rest.First.Lower is "when" or "if" ? 0 : rest.Count > 5 && rest[1].Lower is "when" && rest.First.Lower is "place" ? 1 : -1;
        if (when < 0 || clause.MainVerb.Lemma is not ("occur" or "happen" or "take" or "arise" or "exist" or "be" or "develop" or "result") || Predicate.Text(rest.Slice(when, rest.Count), fewest: 5) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Definition, term, text, "occurs-when", 0.85) { Verb = clause.Verbs.Text + (when == 1 ? " place" : ""), Plural = clause.PluralVerb };
    }

    private static Found? Says(Clause clause, TermPhrase term)
    {
        var lemma = clause.MainVerb.Lemma;
        if (clause.Rest.Count > 0 && (clause.Rest.First.Is(PartOfSpeech.Verb) || clause.Rest.First.Text == ","))
        {
            return null; // "privacy concerns extend": the verb was a noun; "attacks are expected, occurring …": the predicate ended
        }
        if (clause.Copular)
        {
            // A noun phrase after "is" is a definition or nothing.
            if (clause.Rest.Count < 3 || clause.Rest.First.Tag is not (PartOfSpeech.Adjective or PartOfSpeech.Preposition or PartOfSpeech.Participle) || clause.Rest.First.Lower is "like" or "due" or "such" or "as" or "common" or "important" or "similar" or "different")
            {
                return null;
            }
        }
        else if (SayNothing.Contains(lemma) && !Keep.Contains(lemma) || clause.Modal && !clause.Verbs.Any(t => t.Lower is "can" or "may"))
        {
            return null;
        }
        else if (clause.Passive && lemma is "call" or "know" or "term" or "define" or "describe" or "use" or "consider" or "say" or "see" or "find" or "think" or "believe" or "discuss" or "show" or "mean")
        {
            return null;
        }
        if (Predicate.Text(clause.Rest, fewest: clause.Copular || clause.Passive ? 3 : 2) is not { } text || clause.Rest.First.Is(PartOfSpeech.Subordinator) && clause.Rest.First.Lower is not ("how" or "whether" or "that"))
        {
            return null;
        }
        var causes = Causing.Contains(lemma) && !clause.Passive;
        var modal = clause.Modal ? 0.1 : 0;
        return new Found(causes ? FactKind.Cause : FactKind.Property, term, text, clause.Copular ? "is-said" : clause.Passive ? "is-done" : "does", 0.55 - modal - (clause.Lead.IsEmpty ? 0 : 0.1)) { Verb = clause.Verbs.Text, Plural = clause.PluralVerb };
    }

    /// <summary>"The Voting Rights Act prohibited …": what laws, wars and bodies did stays true, told in the past.</summary>
    private static Found? Did(Clause clause, PatternContext context)
    {
        var subject = clause.Subject;
        if (clause.PresentTense || clause.Modal || clause.Negated || clause.Verbs.First.Lemma == "have" && clause.Main != clause.Verbs.From || subject.Count < 2 || subject.Count < 3 && subject.First.Is(PartOfSpeech.Determiner) || !clause.SubjectHead.Is(PartOfSpeech.ProperNoun) || !Bodies.Contains(context.Keys.Word(clause.SubjectHead.Lower)))
        {
            return null;
        }
        var said = clause.MainVerb.Lemma is "say" or "be" or "report" or "find" or "show" or "begin" or "have" or "state" or "announce" ? null : Predicate.Text(clause.Rest, fewest: 3);
        // A name keeps its capitals.
        var name = subject.Slice(NounPhrases.SkipDeterminers(subject.Tokens, subject.From, subject.To) - subject.From, subject.Count).Text;
        return said is not null && !Open().IsMatch(said) && context.Terms.Read(subject, lenient: true) is { } term ? new Found(FactKind.Property, term with { Text = name, Key = context.Keys.Of(name) }, said, "did", 0.5) { Verb = clause.Verbs.Text, Plural = term.Plural } : null;
    }

    /// <summary>"In classical conditioning, organisms learn to …".</summary>
    private static Found? InTerm(Clause clause, PatternContext context)
    {
        var lead = clause.Lead;
        if (lead.Count < 2 || lead.Count > 2 && lead[1].Is(PartOfSpeech.Gerund) && lead[2].Is(PartOfSpeech.Adjective) || lead.First.Lower is not ("in" or "during" or "under" or "through" or "with") || NounPhrases.EndOf(lead.Tokens, lead.From + 1) is var end && (end == lead.From + 1 || end < lead.To && lead.Tokens[end].Text != ",")
            || context.Terms.Read(lead.Slice(1, end - lead.From)) is not { } term || !clause.PresentTense || clause.Negated)
        {
            return null;
        }
        var all = new Phrase(clause.Tokens, clause.Subject.From, clause.Rest.To);
        if (all.Any(t => t.Is(PartOfSpeech.ProperNoun)))
        {
            return null; // the case of one person
        }
        if (clause.Subject.First.Tag is PartOfSpeech.Pronoun && clause.Subject.First.Lower is not ("we" or "you") || Predicate.Text(all, finite: 1, fewest: 5) is not { } text)
        {
            return null;
        }
        return new Found(FactKind.Property, term, Spelling.Small(text, context.Casing.IsName), "in-term", 0.6) { Verb = lead.First.Lower };
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:them|they|it|him|her)\b")]
    private static partial Regex Open();
}

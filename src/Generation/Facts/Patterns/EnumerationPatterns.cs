using System.Collections.Frozen;
using Tutor.Language;

namespace Tutor.Facts;

/// <summary>"There are three types of X: a, b, and c", "X includes / consists of / is divided into a, b, and c".</summary>
internal static class EnumerationPatterns
{
    private static readonly FrozenSet<string> Kinds = "type kind form category stage component part element aspect principle factor step phase level dimension class group subtype area function characteristic feature trait style method approach branch division perspective criterion symptom strategy theory system region lobe layer variety domain technique process source source skill cause reason set mechanism model agent need".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Found> Find(Clause clause, PatternContext context)
    {
        if (clause.Negated || !clause.PresentTense)
        {
            yield break;
        }
        var skip = (clause.MainVerb.Lemma, clause.Rest.Count > 0 ? clause.Rest.First.Lower : "") switch
        {
            ("include", _) when !clause.Passive => 0,
            ("comprise", _) when !clause.Passive => 0,
            ("consist", "of") => 1,
            ("compose" or "make" or "comprise", "of") when clause.Passive => 1,
            ("divide" or "classify" or "categorize" or "separate" or "organize", "into") when clause.Passive => 1,
            ("be", _) when clause.Copular && KindOf(clause.Subject, context) is not null => 0,
            _ => -1,
        };
        if (skip < 0)
        {
            yield break;
        }
        var row = clause.Rest.Slice(skip, clause.Rest.Count);
        var members = Members.Of(AfterCount(row), context.Casing, fewest: 2);
        var whole = KindOf(clause.Subject, context) ?? context.Terms.Read(clause.Subject);
        if (members.Count >= 2 && members.Count <= 8 && whole is not null)
        {
            yield return new Found(FactKind.Enumeration, whole, string.Join(", ", members), clause.MainVerb.Lemma == "include" ? "includes" : "consists-of", clause.MainVerb.Lemma == "include" ? 0.6 : 0.8)
            {
                Verb = clause.Verbs.Text, Members = members, Plural = clause.PluralVerb, Other = KindWord(clause.Subject, context),
            };
        }
    }

    public static IEnumerable<Found> FindBeforeColon(SourceSentence sentence, PatternContext context) => Colon(sentence.Names is null ? sentence.Tokens : sentence.Clauses.Count > 0 ? sentence.Clauses[0].Tokens : [], context) is { } colon ? [colon] : [];

    /// <summary>"two main areas: a and b" before a colon, with a word for what the members are.</summary>
    private static Found? Colon(IReadOnlyList<Token> tokens, PatternContext context)
    {
        var colon = -1;
        for (var i = 2; i < tokens.Count && colon < 0; i++)
        {
            colon = tokens[i].Text is ":" or "—" ? i : -1;
        }
        if (colon < 3)
        {
            return null;
        }
        var number = -1;
        for (var i = colon - 1; i >= 0; i--)
        {
            if (tokens[i].Is(PartOfSpeech.Number) && tokens[i].Text.Length > 1 && !char.IsDigit(tokens[i].Text[0]))
            {
                number = i;
                break;
            }
        }
        var end = tokens[^1].Text is "." ? tokens.Count - 1 : tokens.Count;
        var close = Enumerable.Range(colon + 1, end - colon - 1).FirstOrDefault(i => tokens[i].Text is "—" or ";" && tokens[colon].Text == tokens[i].Text, end);
        var members = Members.Of(new Phrase(tokens, colon + 1, close), context.Casing);
        if (number < 0 || members.Count < 2 || members.Count > 8)
        {
            return null;
        }
        var counted = new Phrase(tokens, number + 1, colon);
        if (KindOf(counted, context) is not { } whole)
        {
            return Had(tokens, counted, context) is { } owner ? new Found(FactKind.Enumeration, owner, string.Join(", ", members), "colon-list", 0.8) { Members = members, Plural = true, Other = counted.Last.Lower, Value = tokens[number].Lower } : null;
        }
        return new Found(FactKind.Enumeration, whole, string.Join(", ", members), "colon-list", 0.9) { Members = members, Plural = true, Other = KindWord(new Phrase(tokens, number + 1, colon), context), Value = tokens[number].Lower };
    }

    /// <summary>"attitudes have three components": whose they are is the subject.</summary>
    private static TermPhrase? Had(IReadOnlyList<Token> tokens, Phrase counted, PatternContext context) =>
        counted.Count is 1 or 2 && Kinds.Contains(context.Keys.Word(counted.Last.Lower)) && ClauseReader.Read(tokens) is { PresentTense: true, Passive: false } clause && clause.MainVerb.Lemma is "have" or "include" or "contain" or "involve" or "comprise"
            && clause.Main < counted.From && counted.From - clause.Main <= 3 ? context.Terms.Read(clause.Subject) : null;

    /// <summary>"three components of memory" is about "memory", by kind "components"; "memory systems" about itself.</summary>
    private static TermPhrase? KindOf(Phrase phrase, PatternContext context)
    {
        var of = phrase.IndexOf(t => t.Lower is "of" or "in" or "to");
        if (of <= 0 || !Kinds.Contains(context.Keys.Word(phrase[of - 1].Lower)))
        {
            return null;
        }
        var end = NounPhrases.EndOf(phrase.Tokens, phrase.From + of + 1) - phrase.From;
        return end > of + 1 && end <= phrase.Count ? context.Terms.Read(phrase.Slice(of + 1, end)) : null;
    }

    private static string? KindWord(Phrase phrase, PatternContext context)
    {
        var of = phrase.IndexOf(t => t.Lower is "of" or "in" or "to");
        return of > 0 && Kinds.Contains(context.Keys.Word(phrase[of - 1].Lower)) ? phrase[of - 1].Lower : null;
    }

    private static Phrase AfterCount(Phrase row)
    {
        var colon = row.IndexOf(t => t.Text == ":");
        return colon >= 0 && colon < 8 ? row.Slice(colon + 1, row.Count) : row;
    }
}

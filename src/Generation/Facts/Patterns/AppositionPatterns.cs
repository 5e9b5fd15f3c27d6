using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Definitions beside their term: "X, which is a …", "X, a … that …", "X (a …)", "X: a …".</summary>
internal static class AppositionPatterns
{
    /// <summary>A longer stretch before the mark is mostly more than a name.</summary>
    private const int MostWords = 4;

    public static IEnumerable<Found> Find(SourceSentence sentence, PatternContext context)
    {
        var tokens = sentence.Tokens;
        // What is told in the past is a story, and what stands beside its nouns belongs to it.
        var past = sentence.Clauses.Count > 0 && !sentence.Clauses[0].PresentTense ? 0.25 : 0;
        for (var i = 1; i + 4 < tokens.Count; i++)
        {
            var mark = tokens[i].Text;
            if (mark == ":" && Colon(tokens, i, context) is { } colon)
            {
                yield return colon with { Sure = colon.Sure - past };
            }
            if (mark is not ("," or "—") || TermBefore(tokens, i, context) is not { } term)
            {
                continue;
            }
            if (tokens[i + 1].Lower == "which" && tokens[i + 2].Lower is "is" or "are" or "refers" or "means")
            {
                var skip = tokens[i + 2].Lower == "refers" ? 4 : 3;
                var rest = new Phrase(tokens, i + skip, tokens.Count - 1);
                if (IsDescription(rest) && !DefinitionPatterns.IsEmpty(rest) && Ends(rest) is { } to && Predicate.Text(rest.Slice(0, to), fewest: 4) is { } text)
                {
                    yield return new Found(FactKind.Definition, term, text, "which-is", 0.7 - past / 2) { Verb = tokens[i + 2].Lower == "refers" ? "refers to" : tokens[i + 2].Lower, Plural = tokens[i + 2].Lower == "are" };
                }
            }
            else if (tokens[i + 1].Lower == "or" && i + 2 < tokens.Count && IsDescribed(tokens, i + 2) && Closing(tokens, i + 2) is { } shut)
            {
                var rest = new Phrase(tokens, i + 2, shut);
                if (!DefinitionPatterns.IsEmpty(rest) && Predicate.Text(rest, fewest: 5) is { } text)
                {
                    yield return new Found(FactKind.Definition, term, text, "or-that", 0.7 - past / 2) { Verb = "is" };
                }
            }
            else if (tokens[i + 1].Lower is "a" or "an" && Closed(tokens, i, mark) is { } close || IsDescribed(tokens, i + 1) && (close = EndOf(tokens, i + 1)) > i)
            {
                var rest = new Phrase(tokens, i + 1, close);
                var described = IsDescribed(tokens, i + 1);
                if (rest.Count >= 5 && !DefinitionPatterns.IsEmpty(rest) && Tells(rest) && !(term.Plural && tokens[i + 1].Lower is "a" or "an") && Predicate.Text(rest, fewest: 5) is { } text)
                {
                    yield return new Found(FactKind.Definition, term, text, "apposition", described ? 0.7 : 0.5 - past) { Verb = "is" };
                }
            }
        }
        foreach (var found in Brackets(sentence, context))
        {
            yield return found;
        }
    }

    /// <summary>"an unconditioned stimulus (UCS): a stimulus that …".</summary>
    private static Found? Colon(IReadOnlyList<Token> tokens, int at, PatternContext context)
    {
        if (TermBefore(tokens, at, context) is not { } term || tokens[at + 1].Text is not ("a" or "an" or "the" or "any") && !IsPluralDescribed(tokens, at + 1, term))
        {
            return null;
        }
        var rest = new Phrase(tokens, at + 1, tokens.Count - 1);
        // "refugees: liberals who wanted …" tells of some of them, once.
        return !rest.Any(t => t.Text == ":" || t.IsFinite && t.Form == WordForm.Past) && Tells(rest) && Predicate.Text(rest, fewest: 5) is { } text ? new Found(FactKind.Definition, term, text, "colon", 0.6) { Verb = "is" } : null;
    }

    /// <summary>"tinnitus (constant ringing or buzzing)": brackets with words that describe, no reference, no year.</summary>
    private static IEnumerable<Found> Brackets(SourceSentence sentence, PatternContext context)
    {
        var tokens = sentence.Sentence.Tokens;
        for (var i = 1; i + 4 < tokens.Count; i++)
        {
            if (tokens[i].Text != "(")
            {
                continue;
            }
            var close = i + 1;
            while (close < tokens.Count && tokens[close].Text is not (")" or "("))
            {
                close++;
            }
            var inner = new Phrase(tokens, i + 1, close);
            if (close >= tokens.Count || tokens[close].Text != ")" || inner.Count < 4 || inner.Any(t => t.Is(PartOfSpeech.Number) || t.Text is ";" or ":" || t.Lower is "e.g" or "e.g." or "i.e" or "i.e." or "see") || inner.First.Lower is not ("a" or "an"))
            {
                continue;
            }
            if (TermBefore(tokens, i, context) is { } term && Predicate.Text(inner, fewest: 4) is { } text)
            {
                yield return new Found(FactKind.Definition, term, text, "brackets", 0.6) { Verb = term.Plural ? "are" : "is" };
            }
        }
    }

    private static TermPhrase? TermBefore(IReadOnlyList<Token> tokens, int end, PatternContext context)
    {
        var start = NounPhrases.StartOf(tokens, end);
        // "is studying law enforcement": a verb and its object.
        return start < end && !(end - start > 1 && tokens[start].Is(PartOfSpeech.Gerund) && (start > 0 && tokens[start - 1].Tag is PartOfSpeech.Auxiliary or PartOfSpeech.Preposition or PartOfSpeech.Adverb || end - start > 2)) && (tokens[end - 1].IsNominal || tokens[end - 1].Is(PartOfSpeech.Gerund)) ? context.Terms.Read(new Phrase(tokens, start, end)) is { Words: <= MostWords } term ? term : null : null;
    }

    private static bool IsDescription(Phrase rest) => rest.Count >= 4 && rest.First.Lower is "a" or "an" or "the" or "when" or "any" or "how";

    /// <summary>", a state in which …", "—the part of X that …": the relative clause beside its noun tells an apposition from a member of a row.</summary>
    private static bool IsDescribed(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Lower is not ("a" or "an" or "the"))
        {
            return false;
        }
        var end = NounPhrases.EndOf(tokens, at);
        end = end > at && end + 1 < tokens.Count && tokens[end].Lower == "of" && NounPhrases.EndOf(tokens, end + 1) is var further && further > end + 1 ? further : end;
        return end > at + 1 && end + 3 < tokens.Count && (tokens[end].Lower is "that" or "where" or "who" or "whereby" || tokens[end + 1].Lower is "which" or "whom" && tokens[end].Is(PartOfSpeech.Preposition));
    }

    /// <summary>"safety behaviors: acts that …": no article, but a plural with its relative clause.</summary>
    private static bool IsPluralDescribed(IReadOnlyList<Token> tokens, int at, TermPhrase term)
    {
        var end = NounPhrases.EndOf(tokens, at);
        var of = end > at && end + 1 < tokens.Count && tokens[end].Lower == "of" && NounPhrases.EndOf(tokens, end + 1) is var further && further > end + 1 ? further : end;
        return end > at && tokens[end - 1].Form == WordForm.Plural && of + 2 < tokens.Count && tokens[of].Lower is "that" or "who" or "which" or "whose" && (term.Plural || of > end);
    }

    private static bool Tells(Phrase rest) => rest.Any(t => t.Lower is "that" or "who" or "which" or "in" or "of" or "for" or "to" or "where" or "when");

    /// <summary>", or the ties that people have, …": the comma that closes it, or the sentence's end.</summary>
    private static int? Closing(IReadOnlyList<Token> tokens, int from)
    {
        var end = EndOf(tokens, from);
        for (var i = from + 4; i < end; i++)
        {
            if (tokens[i].Text == ",")
            {
                return i;
            }
        }
        return end;
    }

    private static int EndOf(IReadOnlyList<Token> tokens, int from)
    {
        while (from < tokens.Count && tokens[from].Text is not ("." or ";" or ":" or "—"))
        {
            from++;
        }
        return from;
    }

    private static int? Ends(Phrase rest)
    {
        var comma = rest.IndexOf(t => t.Text is "," or ";" or "—");
        return comma < 0 ? rest.Count : comma >= 4 ? comma : null;
    }

    private static int? Closed(IReadOnlyList<Token> tokens, int open, string mark)
    {
        for (var i = open + 2; i < tokens.Count; i++)
        {
            if (tokens[i].Text == mark || i == tokens.Count - 1)
            {
                if (i < tokens.Count - 1 && tokens[i + 1].Tag is PartOfSpeech.Conjunction)
                {
                    return null; // a member of a row
                }
                // At the sentence's end an apposition may also be the last member of a row.
                return i == tokens.Count - 1 && Enumerable.Range(0, open).Any(k => tokens[k].Text == ",") ? null : i;
            }
        }
        return null;
    }
}

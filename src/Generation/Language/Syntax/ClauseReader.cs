namespace Tutor.Language;

/// <summary>Reads the main clause of a plain sentence; null where the sentence is built otherwise (questions, imperatives, inversions, "there is").</summary>
public static class ClauseReader
{
    public static Clause? Read(IReadOnlyList<Token> tokens)
    {
        var end = tokens.Count > 0 && tokens[^1].Text is "." or ";" or ":" ? tokens.Count - 1 : tokens.Count;
        if (end < 3)
        {
            return null;
        }
        foreach (var start in Starts(tokens, end))
        {
            if (ReadFrom(tokens, start.Lead, start.Subject, end) is { } clause)
            {
                return clause;
            }
        }
        return null;
    }

    /// <summary>The sentence's first word, unless it opens a lead; then each place after a comma.</summary>
    private static IEnumerable<(Phrase Lead, int Subject)> Starts(IReadOnlyList<Token> tokens, int end)
    {
        var opensLead = tokens[0].Tag is PartOfSpeech.Preposition or PartOfSpeech.Subordinator or PartOfSpeech.Adverb or PartOfSpeech.To or PartOfSpeech.Conjunction or PartOfSpeech.Participle;
        if (tokens[0].Is(PartOfSpeech.Adverb) && tokens[1].Text != ",")
        {
            yield return (new Phrase(tokens, 0, 1), 1);
        }
        if (tokens[0].Is(PartOfSpeech.Conjunction))
        {
            yield return (new Phrase(tokens, 0, 1), tokens[1].Text == "," ? 2 : 1);
        }
        if (!opensLead)
        {
            yield return (new Phrase(tokens, 0, 0), 0);
        }
        for (var i = 1; i < Math.Min(end - 2, 30); i++)
        {
            if (tokens[i].Text == "," && (opensLead || tokens[0].Is(PartOfSpeech.Gerund) || i <= 4))
            {
                yield return (new Phrase(tokens, 0, i), i + 1);
            }
            else if (tokens[i].IsFinite && !tokens[0].Is(PartOfSpeech.Subordinator) && !(tokens[0].Tag is PartOfSpeech.Preposition or PartOfSpeech.Adverb or PartOfSpeech.Conjunction))
            {
                yield break;
            }
        }
    }

    private static Clause? ReadFrom(IReadOnlyList<Token> tokens, Phrase lead, int from, int end)
    {
        var head = NounPhrases.EndOf(tokens, from);
        head = head == from && tokens[from].Is(PartOfSpeech.Pronoun) ? from + 1 : head;
        if (head == from)
        {
            return null;
        }
        var subjectEnd = PastRelative(tokens, from, PastAttachments(tokens, head, end), end);
        var (insertion, verbs) = PastInsertion(tokens, subjectEnd, end);
        if (verbs >= end)
        {
            return null;
        }
        var main = MainVerb(tokens, verbs, end);
        if (main < 0)
        {
            return null;
        }
        return new Clause(lead, new Phrase(tokens, from, subjectEnd), insertion, new Phrase(tokens, verbs, main + 1), new Phrase(tokens, main + 1, end), head - 1, main);
    }

    /// <summary>"of …", "in …", "and …" after the head, each with its own noun phrase.</summary>
    private static int PastAttachments(IReadOnlyList<Token> tokens, int at, int end)
    {
        while (at < end)
        {
            var next = tokens[at].Tag switch
            {
                PartOfSpeech.Preposition or PartOfSpeech.Conjunction => NounPhrases.EndOf(tokens, at + 1) is var e && e > at + 1 ? e : at,
                PartOfSpeech.To => NounPhrases.EndOf(tokens, at + 1) is var e && e > at + 1 ? e : at,
                _ => at,
            };
            if (next == at)
            {
                return at;
            }
            at = next;
        }
        return at;
    }

    /// <summary>"Pairing a tone with food", "the behaviour caused by …", "a stimulus that elicits …": up to the verb of the main clause.</summary>
    private static int PastRelative(IReadOnlyList<Token> tokens, int from, int at, int end)
    {
        if (at >= end)
        {
            return at;
        }
        var open = tokens[at].Tag is PartOfSpeech.Subordinator && tokens[at].Lower is "that" or "who" or "which" or "when" or "where" or "in" ? 1
            : tokens[at].Tag is PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.To || tokens[from].Is(PartOfSpeech.Gerund) && tokens[at].Tag is PartOfSpeech.Determiner or PartOfSpeech.Pronoun or PartOfSpeech.Subordinator ? 0 : -1;
        if (open < 0)
        {
            return at;
        }
        for (var i = at; i < end; i++)
        {
            if (tokens[i].Text is ";" or ":" or "," or "—")
            {
                return at;
            }
            if (i > at && tokens[i].Is(PartOfSpeech.Subordinator) && tokens[i].Lower is not ("as" or "than"))
            {
                open++;
            }
            else if (tokens[i].IsFinite)
            {
                if (open == 0)
                {
                    return i;
                }
                open--;
                while (i + 1 < end && tokens[i + 1].Tag is PartOfSpeech.Adverb or PartOfSpeech.Auxiliary or PartOfSpeech.Participle)
                {
                    i++;
                }
            }
        }
        return at;
    }

    private static (Phrase Insertion, int Next) PastInsertion(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end || tokens[at].Text is not ("," or "—" or "–"))
        {
            return (new Phrase(tokens, at, at), at);
        }
        for (var i = at + 1; i < Math.Min(end - 1, at + 25); i++)
        {
            if (tokens[i].Text == tokens[at].Text && (tokens[i + 1].IsFinite || tokens[i + 1].Is(PartOfSpeech.Adverb)))
            {
                return (new Phrase(tokens, at + 1, i), i + 1);
            }
        }
        return (new Phrase(tokens, at, at), end);
    }

    /// <summary>"is repeated negative treatment": a participle that belongs to the noun after it.</summary>
    private static bool IsModifier(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Is(PartOfSpeech.Participle) && i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective
        && tokens[i].Lemma is not ("call" or "name" or "give" or "consider" or "term" or "label" or "make" or "know" or "offer" or "pay" or "ask" or "teach" or "show" or "deny" or "say" or "think" or "believe" or "considered" or "find" or "see");

    /// <summary>The verb group that begins at a place; empty where none does.</summary>
    internal static Phrase VerbsAt(IReadOnlyList<Token> tokens, int at, int end) => new(tokens, at, MainVerb(tokens, at, end) is >= 0 and var main ? main + 1 : at);

    /// <summary>The last verb of a group that begins at <paramref name="at"/>: "can also be found", "involves"; -1 where no finite verb stands there.</summary>
    private static int MainVerb(IReadOnlyList<Token> tokens, int at, int end)
    {
        var (main, finite) = (-1, false);
        for (var i = at; i < end; i++)
        {
            var token = tokens[i];
            if (token.Is(PartOfSpeech.Adverb) && (main < 0 || tokens[main].Is(PartOfSpeech.Auxiliary)))
            {
                continue;
            }
            if (!finite && token.IsFinite)
            {
                finite = true;
                main = i;
                if (token.Is(PartOfSpeech.Verb))
                {
                    return main;
                }
            }
            else if (finite && tokens[main].Lemma == "be" && IsModifier(tokens, i))
            {
                break;
            }
            else if (finite && (token.Tag is PartOfSpeech.Auxiliary or PartOfSpeech.Participle || token.Is(PartOfSpeech.Verb) && token.Form == WordForm.Base && tokens[main].Lemma is not ("be" or "have")))
            {
                main = i;
                if (!token.Is(PartOfSpeech.Auxiliary))
                {
                    return main;
                }
            }
            else
            {
                break;
            }
        }
        return main;
    }
}

namespace Tutor.Language;

/// <summary>Finds noun phrases from where they begin or from their right edge. A phrase ends at its head: what follows ("of …", "that …") is the clause's business.</summary>
public static class NounPhrases
{
    /// <returns>One past the head of the phrase that begins at <paramref name="from"/>, or <paramref name="from"/> where none does.</returns>
    public static int EndOf(IReadOnlyList<Token> tokens, int from)
    {
        var head = from;
        for (var i = from; i < tokens.Count && Continues(tokens, i, from); i++)
        {
            if (IsHead(tokens, i))
            {
                head = i + 1;
            }
        }
        return head;
    }

    /// <returns>First token of the phrase whose head is the last before <paramref name="end"/>, its determiner included.</returns>
    public static int StartOf(IReadOnlyList<Token> tokens, int end)
    {
        var start = end;
        while (start > 0 && IsInside(tokens[start - 1]))
        {
            start--;
        }
        while (start < end && tokens[start].Tag is PartOfSpeech.Adverb or PartOfSpeech.Possessive)
        {
            start++;
        }
        while (start > 0 && tokens[start - 1].Is(PartOfSpeech.Determiner))
        {
            start--;
        }
        return start;
    }

    /// <summary>Without article, possessive and quantifiers in front.</summary>
    public static int SkipDeterminers(IReadOnlyList<Token> tokens, int from, int to)
    {
        while (from < to && tokens[from].Tag is PartOfSpeech.Determiner)
        {
            from++;
        }
        return from;
    }

    private static bool Continues(IReadOnlyList<Token> tokens, int i, int from) => tokens[i].Tag switch
    {
        PartOfSpeech.Determiner => i == from || tokens[i - 1].Tag is PartOfSpeech.Determiner,
        PartOfSpeech.Adverb => i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Adjective or PartOfSpeech.Participle,
        PartOfSpeech.Participle => i + 1 < tokens.Count && (tokens[i + 1].IsNominal || tokens[i + 1].Tag is PartOfSpeech.Adjective),
        PartOfSpeech.Conjunction => IsJoinOfModifiers(tokens, i, from),
        PartOfSpeech.Punctuation => tokens[i].Text is "“" or "”" || tokens[i].Text == "," && IsJoinOfModifiers(tokens, i, from),
        _ => IsInside(tokens[i]),
    };

    private static bool IsInside(Token token) => token.Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective or PartOfSpeech.Gerund or PartOfSpeech.Number or PartOfSpeech.Possessive
        || token.Is(PartOfSpeech.Participle) && token.Lemma is not ("call" or "know" or "name" or "term" or "label") || token.Text is "“" or "”";

    /// <summary>"social, political and economic relationships": adjectives on both sides, a noun to come.</summary>
    private static bool IsJoinOfModifiers(IReadOnlyList<Token> tokens, int i, int from)
    {
        var next = i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Conjunction ? i + 2 : i + 1;
        return i > from && tokens[i - 1].Tag is PartOfSpeech.Adjective && next + 1 < tokens.Count && tokens[next].Tag is PartOfSpeech.Adjective
            && tokens[next + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Conjunction or PartOfSpeech.Punctuation;
    }

    private static bool IsHead(IReadOnlyList<Token> tokens, int i) => tokens[i].Tag switch
    {
        PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Gerund => true,
        PartOfSpeech.Number => i > 0 && tokens[i - 1].IsNominal || tokens[i].Text.Length == 4,
        _ => tokens[i].Text == "”" && i > 0 && (tokens[i - 1].IsNominal || tokens[i - 1].Is(PartOfSpeech.Gerund)),
    };
}

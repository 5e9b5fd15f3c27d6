namespace Tutor.Language;

/// <summary>
/// Gives every word of a sentence its part of speech: the likeliest path through the words' readings (Viterbi over a bigram model). Not safe for use
/// by two threads at once: it remembers the words it has seen.
/// </summary>
public sealed class Tagger(Lexicon lexicon)
{
    private readonly Readings _readings = new(lexicon);

    /// <param name="words">Of one sentence, in order.</param>
    public IReadOnlyList<Token> Tag(IReadOnlyList<Word> words)
    {
        var readings = new Reading[words.Count][];
        for (var i = 0; i < words.Count; i++)
        {
            readings[i] = ReadingsOf(words, i);
        }
        var path = Path(readings);
        TagRepair.Repair(words, readings, path);
        return [.. words.Select((w, i) => Token(w, readings[i][path[i]]))];
    }

    private Reading[] ReadingsOf(IReadOnlyList<Word> words, int i)
    {
        var text = words[i].Text;
        var readings = _readings.Of(text.ToLowerInvariant());
        var first = i == 0 || !char.IsLetterOrDigit(words[i - 1].Text[0]) && words[i - 1].Text is "“" or "\"" or "(" or ":" or "‘" or "*";
        if (!char.IsUpper(text[0]) || readings[0].Tag == Language.Tag.Mark)
        {
            return readings;
        }
        // A capital inside the sentence is a name, whatever the dictionary says; at its start only where nothing else is known or the next word is a name too.
        var unknown = !ClosedClasses.Words.ContainsKey(text.ToLowerInvariant()) && !lexicon.UseOf(text.ToLowerInvariant()).Known
            && lexicon.SingularOrNull(text.ToLowerInvariant()) is null && readings.All(r => r.Tag is Language.Tag.Noun or Language.Tag.Nouns);
        if (first && !unknown || ClosedClasses.Words.ContainsKey(text.ToLowerInvariant()))
        {
            return readings;
        }
        return [new Reading(Language.Tag.Name, text.ToLowerInvariant(), 0)];
    }

    private static int[] Path(Reading[][] readings)
    {
        var back = new int[readings.Length][];
        var before = new float[] { 0 };
        Reading[] from = [new Reading(Language.Tag.Start, "", 0)];
        for (var i = 0; i < readings.Length; i++)
        {
            var score = new float[readings[i].Length];
            back[i] = new int[readings[i].Length];
            for (var to = 0; to < score.Length; to++)
            {
                score[to] = float.NegativeInfinity;
                for (var f = 0; f < from.Length; f++)
                {
                    var s = before[f] + Transitions.LogShare(from[f].Tag, readings[i][to].Tag) + readings[i][to].Weight;
                    if (s > score[to])
                    {
                        score[to] = s;
                        back[i][to] = f;
                    }
                }
            }
            before = score;
            from = readings[i];
        }
        var path = new int[readings.Length];
        var best = readings.Length == 0 ? 0 : Array.IndexOf(before, before.Max());
        for (var i = readings.Length - 1; i >= 0; i--)
        {
            path[i] = best;
            best = back[i][best];
        }
        return path;
    }

    private static Token Token(Word word, Reading reading) => new(word.Text, word.Start, reading.Tag switch
    {
        Language.Tag.Noun or Language.Tag.Nouns => PartOfSpeech.Noun,
        Language.Tag.Name => PartOfSpeech.ProperNoun,
        Language.Tag.Pronoun => PartOfSpeech.Pronoun,
        Language.Tag.Determiner => PartOfSpeech.Determiner,
        Language.Tag.Possessive => PartOfSpeech.Possessive,
        Language.Tag.Adjective => PartOfSpeech.Adjective,
        Language.Tag.Adverb => PartOfSpeech.Adverb,
        Language.Tag.Base or Language.Tag.Present or Language.Tag.Third or Language.Tag.Past => PartOfSpeech.Verb,
        Language.Tag.Participle => PartOfSpeech.Participle,
        Language.Tag.Gerund => PartOfSpeech.Gerund,
        Language.Tag.Modal or Language.Tag.Be or Language.Tag.Have or Language.Tag.Do or Language.Tag.NonFiniteBe => PartOfSpeech.Auxiliary,
        Language.Tag.Preposition => PartOfSpeech.Preposition,
        Language.Tag.Conjunction => PartOfSpeech.Conjunction,
        Language.Tag.Subordinator => PartOfSpeech.Subordinator,
        Language.Tag.To => PartOfSpeech.To,
        Language.Tag.Number => PartOfSpeech.Number,
        _ => PartOfSpeech.Punctuation,
    }, reading.Lemma, Form(word.Text.ToLowerInvariant(), reading.Tag));

    private static WordForm Form(string lower, Tag tag) => tag switch
    {
        Language.Tag.Noun => WordForm.Singular,
        Language.Tag.Name => WordForm.Singular,
        Language.Tag.Nouns => WordForm.Plural,
        Language.Tag.Base => WordForm.Base,
        Language.Tag.Present or Language.Tag.Modal => WordForm.Present,
        Language.Tag.Third => WordForm.ThirdPerson,
        Language.Tag.Past => WordForm.Past,
        Language.Tag.Be or Language.Tag.Have or Language.Tag.Do => lower switch
        {
            "is" or "has" or "does" or "isn't" or "doesn't" or "hasn't" => WordForm.ThirdPerson,
            "was" or "were" or "had" or "did" or "wasn't" or "weren't" or "hadn't" or "didn't" => WordForm.Past,
            _ => WordForm.Present,
        },
        _ => WordForm.None,
    };
}

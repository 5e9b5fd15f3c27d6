using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Which words of a course are names: those that inside sentences stand mostly with a capital.</summary>
public sealed class Casing
{
    private readonly Dictionary<string, (int Upper, int Lower)> _counts = new(StringComparer.Ordinal);

    internal void Count(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (char.IsLetter(tokens[i].Text[0]) && char.IsLetterOrDigit(tokens[i - 1].Text[^1]))
            {
                var (upper, lower) = _counts.GetValueOrDefault(tokens[i].Lower);
                _counts[tokens[i].Lower] = char.IsUpper(tokens[i].Text[0]) ? (upper + 1, lower) : (upper, lower + 1);
            }
        }
    }

    /// <summary>True where the word stands in lower case somewhere inside a sentence.</summary>
    public bool Knows(string lower) => _counts.GetValueOrDefault(lower).Lower > 0;

    /// <summary>A word that keeps its capital wherever it stands.</summary>
    public bool IsName(string word)
    {
        if (word.Length > 1 && word.Skip(1).Any(char.IsUpper))
        {
            return true;
        }
        var (upper, lower) = _counts.GetValueOrDefault(word.ToLowerInvariant());
        return upper > lower;
    }

    /// <summary>The first word of a sentence becomes a name where the course writes it as one elsewhere.</summary>
    internal Sentence Mend(Sentence sentence)
    {
        if (sentence.Tokens.Count == 0 || sentence.Tokens[0] is not { Tag: PartOfSpeech.Noun } first || !IsName(first.Text))
        {
            return sentence;
        }
        return sentence with { Tokens = [first with { Tag = PartOfSpeech.ProperNoun, Lemma = first.Lower }, .. sentence.Tokens.Skip(1)] };
    }
}

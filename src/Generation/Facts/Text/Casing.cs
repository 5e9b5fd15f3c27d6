using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Which words of a course are names: those that inside sentences stand mostly with a capital.</summary>
public sealed class Casing
{
    private readonly Dictionary<string, (int Upper, int Lower)> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string First, string Second), (int Upper, int Lower)> _pairs = [];

    internal void Count(IReadOnlyList<Token> tokens)
    {
        if (IsShouted(tokens)) return;
        for (var i = 0; i < tokens.Count; i++)
        {
            // "Stanley Milgram" at a sentence's start: the second name speaks for the first.
            var inside = i > 0 ? char.IsLetterOrDigit(tokens[i - 1].Text[^1]) || tokens[i - 1].Text is "," : tokens.Count > 1 && tokens[1].Is(PartOfSpeech.ProperNoun) && tokens[0].Is(PartOfSpeech.Noun);
            if (inside && char.IsLetter(tokens[i].Text[0]))
            {
                var (upper, lower) = _counts.GetValueOrDefault(tokens[i].Lower);
                _counts[tokens[i].Lower] = char.IsUpper(tokens[i].Text[0]) ? (upper + 1, lower) : (upper, lower + 1);
                if (i > 1)
                {
                    var pair = (tokens[i - 1].Lower, tokens[i].Lower);
                    var (both, other) = _pairs.GetValueOrDefault(pair);
                    _pairs[pair] = char.IsUpper(tokens[i].Text[0]) && char.IsUpper(tokens[i - 1].Text[0]) ? (both + 1, other) : (both, other + 1);
                }
            }
        }
    }

    /// <summary>A sentence all in capitals tells nothing about names.</summary>
    private static bool IsShouted(IReadOnlyList<Token> tokens) => tokens.Count > 3 && !tokens.Any(t => t.Text.Any(char.IsLower));

    /// <summary>True where the word stands in lower case somewhere inside a sentence.</summary>
    public bool Knows(string lower) => _counts.GetValueOrDefault(lower).Lower > 0;

    /// <summary>True where the word stands inside a sentence, whatever its case.</summary>
    public bool Stands(string lower) => _counts.ContainsKey(lower);

    /// <summary>Two words that mostly have capitals where they stand side by side inside a sentence: "World Bank".</summary>
    public bool IsName(string first, string second) => _pairs.TryGetValue((first.ToLowerInvariant(), second.ToLowerInvariant()), out var pair) && pair.Upper > 1 && pair.Upper > 2 * pair.Lower;

    /// <summary>Everything was counted: pairs that are never names are forgotten.</summary>
    internal void Settle()
    {
        foreach (var pair in _pairs.Where(p => p.Value.Upper < 2).Select(p => p.Key).ToList())
        {
            _pairs.Remove(pair);
        }
        _pairs.TrimExcess();
    }

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

    /// <summary>A term as written inside a sentence. Capitals stay where the text writes the word so; a name of several capitalised words keeps all of them.</summary>
    /// <param name="opening">True where the term opened its sentence, cell or heading.</param>
    public string Term(string text, bool opening)
    {
        var words = text.Split(' ');
        if (words.Length > 1 && char.IsUpper(words[^1][0]) && IsName(words[^1]))
        {
            return text;
        }
        for (var i = 0; i < words.Length; i++)
        {
            if (i == 0 ? opening : Knows(words[i].ToLowerInvariant()))
            {
                words[i] = Spelling.Small(words[i], IsName);
            }
        }
        return string.Join(' ', words);
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

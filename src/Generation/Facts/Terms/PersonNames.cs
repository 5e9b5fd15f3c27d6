using Tutor.Language;

namespace Tutor.Facts;

/// <summary>The people a course names in full, so that "Freud proposed …" is known to be about Sigmund Freud.</summary>
internal sealed class PersonNames
{
    private readonly Dictionary<string, Dictionary<string, (int Count, SourceSentence First)>> _byLast = new(StringComparer.Ordinal);

    public static PersonNames Of(IReadOnlyList<SourceSentence> sentences)
    {
        var names = new PersonNames();
        foreach (var sentence in sentences)
        {
            foreach (var name in FullNames(sentence.Tokens))
            {
                var full = name.Text;
                var fulls = names._byLast.TryGetValue(name.Last.Text, out var f) ? f : names._byLast[name.Last.Text] = new(StringComparer.Ordinal);
                fulls[full] = fulls.TryGetValue(full, out var known) ? (known.Count + 1, known.First) : (1, sentence);
            }
        }
        return names;
    }

    /// <summary>The full name of whom the course calls by this last name, and a sentence that has it; null where it names none or several.</summary>
    public (string Name, SourceSentence First)? Find(string last)
    {
        if (!_byLast.TryGetValue(last, out var fulls) || fulls.Count > 1)
        {
            return null;
        }
        var (name, (_, first)) = fulls.Single();
        return (name, first);
    }

    /// <summary>Two to four capitalised words in a row, initials among them, that are nothing but names.</summary>
    private static IEnumerable<Phrase> FullNames(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = i;
            while (end < tokens.Count && tokens[end].Is(PartOfSpeech.ProperNoun))
            {
                end++;
            }
            var name = new Phrase(tokens, i, end);
            // "C. Wright Mills": without the initial it is another name.
            if (end - i is >= 2 and <= 4 && !(i > 1 && tokens[i - 1].Text == "." && tokens[i - 2].Text.Length == 1) && name.Last.Text.Length > 2 && ClaimPatterns.IsPersonal(name))
            {
                yield return name;
            }
            i = Math.Max(i, end);
        }
    }
}

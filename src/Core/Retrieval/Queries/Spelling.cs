namespace Tutor.Retrieval.Queries;

/// <summary>Words a course does not have are read as the nearest one it has: one letter wrong, missing, too many, or two exchanged, the first one too.</summary>
public static class Spelling
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int ShortestWord = 4;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>
    /// The term of an English word that is one letter away. The letter may spoil the ending, so that the stem is further away than the word: all
    /// words one letter away are stemmed.
    /// </summary>
    /// <param name="chunksWith">In how many chunks a term occurs; 0 for unknown ones.</param>
    /// <returns>Of several the most frequent, then the first in ordinal order.</returns>
    public static string? NearestEnglish(string word, Func<string, int> chunksWith)
    {
        if (word.Length < ShortestWord || !word.All(char.IsAsciiLetterLower)) return null;
        string? best = null;
        var most = 0;
        foreach (var other in OneEditAway(word))
        {
            var term = EnglishStemmer.Stem(other);
            var chunks = chunksWith(term);
            if (chunks < Math.Max(1, most) || (chunks == most && string.CompareOrdinal(term, best) >= 0)) continue;
            (best, most) = (term, chunks);
        }
        return best;
    }

    /// <summary>The nearest of all the course's terms, for languages whose stems are not made here.</summary>
    public static string? Nearest(string term, IEnumerable<string> vocabulary, Func<string, int> chunksWith)
    {
        if (term.Length < ShortestWord || !term.All(char.IsLetter)) return null;
        return vocabulary.Where(v => IsOneEditAway(term, v))
            .OrderByDescending(chunksWith).ThenBy(v => v, StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>Damerau's distance of 1, for different words.</summary>
    internal static bool IsOneEditAway(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        if (b.Length - a.Length > 1) return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        ReadOnlySpan<char> restA = a.AsSpan(same), restB = b.AsSpan(same);
        if (a.Length < b.Length) return restA.SequenceEqual(restB[1..]);
        if (restA.Length == 0) return false;
        return restA[1..].SequenceEqual(restB[1..])
            || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }

    private static IEnumerable<string> OneEditAway(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var (before, after) = (word[..i], word[(i + 1)..]);
            yield return before + after;
            if (after.Length > 0) yield return before + after[0] + word[i] + after[1..];
            foreach (var letter in Letters)
            {
                yield return before + letter + after;
                yield return before + letter + word[i..];
            }
        }
        foreach (var letter in Letters) yield return word + letter;
    }
}

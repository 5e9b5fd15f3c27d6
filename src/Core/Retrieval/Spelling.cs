namespace Tutor.Retrieval;

/// <summary>Terms a course does not have are read as the nearest one it has: one letter wrong, missing, too many, or two exchanged.</summary>
public static class Spelling
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int ShortestTerm = 4;

    /// <summary>Each costs a walk through the vocabulary; a query with more unknown terms is not mistyped but foreign.</summary>
    private const int MostUnknown = 8;

    /// <param name="chunksWith">In how many chunks a term occurs; 0 for unknown ones.</param>
    public static List<string> Correct(IReadOnlyList<string> queryTerms, IEnumerable<string> vocabulary, Func<string, int> chunksWith)
    {
        var readAs = queryTerms.Distinct().Where(t => chunksWith(t) == 0).Take(MostUnknown)
            .ToDictionary(t => t, t => Nearest(t, vocabulary, chunksWith) ?? t, StringComparer.Ordinal);
        return [.. queryTerms.Select(t => readAs.GetValueOrDefault(t, t))];
    }

    /// <summary>Of several neighbours the most frequent, then the first in ordinal order.</summary>
    private static string? Nearest(string term, IEnumerable<string> vocabulary, Func<string, int> chunksWith)
    {
        if (term.Length < ShortestTerm || !term.All(char.IsLetter)) return null;
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
}

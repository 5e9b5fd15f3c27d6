namespace Tutor.Retrieval.Queries;

/// <summary>Words written together that a course writes apart, and the other way round.</summary>
internal static class Compounds
{
    private const int ShortestPart = 3, ShortestHead = 5, MostRelated = 8;

    /// <summary>What may stand between the parts of a German, Dutch or Scandinavian compound.</summary>
    private static readonly string[] s_links = ["", "s", "n", "en", "es", "er", "e"];

    /// <summary>The two terms of the course that a term consists of; of several ways the one whose rarer part is most frequent.</summary>
    public static (string First, string Second)? Split(string term, Func<string, int> chunksWith, bool withLinks)
    {
        (string, string)? best = null;
        var most = 0;
        for (var at = ShortestPart; at <= term.Length - ShortestPart; at++)
        {
            var (first, firstIn) = LongestKnown(term[..at], chunksWith, withLinks);
            var both = Math.Min(firstIn, chunksWith(term[at..]));
            if (both > most) (best, most) = ((first, term[at..]), both);
        }
        return best;
    }

    /// <summary>Compounds of the course that begin or end with the term, the most frequent first.</summary>
    public static IEnumerable<string> Related(string term, IEnumerable<string> vocabulary, Func<string, int> chunksWith) => term.Length < ShortestHead ? [] : vocabulary
        .Where(v => v.Length >= term.Length + ShortestPart && (v.EndsWith(term, StringComparison.Ordinal) || v.StartsWith(term, StringComparison.Ordinal)))
        .OrderByDescending(chunksWith).ThenBy(v => v, StringComparer.Ordinal).Take(MostRelated);

    private static (string Term, int Chunks) LongestKnown(string beginning, Func<string, int> chunksWith, bool withLinks)
    {
        foreach (var link in withLinks ? s_links : s_links[..1])
        {
            if (!beginning.EndsWith(link, StringComparison.Ordinal) || beginning.Length - link.Length < ShortestPart) continue;
            var part = beginning[..^link.Length];
            foreach (var term in (string[])[part, EnglishStemmer.Stem(part)])
                if (chunksWith(term) is > 0 and var chunks) return (term, chunks);
        }
        return ("", 0);
    }
}

namespace Tutor.Retrieval;

/// <summary>Okapi BM25 (Robertson and Zaragoza 2009) over a course's own statistics, with the idf that is never negative.</summary>
public static class Bm25
{
    /// <summary>How soon repeating a term stops to matter.</summary>
    public const double K1 = 1.2;

    /// <summary>How far long chunks are held back.</summary>
    public const double B = 0.75;

    public static double Idf(int chunks, int chunksWithTerm) => Math.Log(1 + (chunks - chunksWithTerm + 0.5) / (chunksWithTerm + 0.5));

    public static double Weight(int count, int length, double averageLength) =>
        count * (K1 + 1) / (count + K1 * (1 - B + B * length / averageLength));

    /// <returns>A score for each chunk in the order of the course; 0 where no term occurs.</returns>
    public static double[] Score(Postings postings, IEnumerable<string> queryTerms)
    {
        var scores = new double[postings.Count];
        foreach (var group in queryTerms.GroupBy(t => t, StringComparer.Ordinal))
        {
            var (chunks, counts) = postings.Of(group.Key);
            var idf = group.Count() * Idf(postings.Count, chunks.Length);
            for (var i = 0; i < chunks.Length; i++)
            {
                var chunk = chunks.Span[i];
                scores[chunk] += idf * Weight(counts.Span[i], postings.Lengths[chunk], postings.AverageLength);
            }
        }
        return scores;
    }
}

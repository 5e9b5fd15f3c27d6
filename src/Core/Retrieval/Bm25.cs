using Tutor.Retrieval.Queries;

namespace Tutor.Retrieval;

/// <summary>Okapi BM25 (Robertson and Zaragoza 2009) over a course's own statistics, with the idf that is never negative.</summary>
public static class Bm25
{
    /// <summary>How soon repeating a term stops to matter.</summary>
    public const double K1 = 1.2;

    /// <summary>How far long chunks are held back.</summary>
    public const double B = 0.75;

    public static double Idf(int chunks, int chunksWithTerm) => Math.Log(1 + (chunks - chunksWithTerm + 0.5) / (chunksWithTerm + 0.5));

    /// <param name="discount">Of the chunk's length, see <see cref="Discount"/>.</param>
    public static double Weight(int count, double discount) => count * (K1 + 1) / (count + discount);

    public static double Discount(int length, double averageLength) => K1 * (1 - B + B * length / averageLength);

    /// <param name="scores">One for each chunk in the order of the course: set to its score, 0 where no term occurs.</param>
    public static void Score(Postings postings, IEnumerable<QueryTerm> terms, Span<double> scores)
    {
        scores.Clear();
        foreach (var (term, weight) in terms)
        {
            var found = postings.Of(term);
            var idf = weight * Idf(postings.Count, found.Chunks.Length);
            for (var i = 0; i < found.Chunks.Length; i++)
                scores[found.Chunks[i]] += idf * Weight(found.Counts[i], postings.Discounts[found.Chunks[i]]);
        }
    }
}

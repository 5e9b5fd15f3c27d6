using System.Numerics.Tensors;
using Tutor.Retrieval.Queries;

namespace Tutor.Retrieval;

/// <summary>What a course has for a text, in numbers that can be compared from one text to another (a passage's score can not).</summary>
/// <param name="Known">Words of the text that the course has, as it was read.</param>
/// <param name="Words">Words of the text altogether.</param>
/// <param name="Unknown">Weighted share of its words that the course does not have, 0 to 1.</param>
/// <param name="Strength">BM25 of the best chunk over the sum of the words' weights: about 1 where it holds each of them once, 2 and more where it is about them; 0 without words.</param>
/// <param name="Nearest">The highest cosine of a chunk; null where the course has no vectors.</param>
/// <param name="StandsOut">How many standard deviations the highest cosine lies over the course's average: comparable over embedders.</param>
public sealed record QueryEvidence(int Known, int Words, double Unknown, double Strength, double? Nearest, double? StandsOut)
{
    public static QueryEvidence None { get; } = new(0, 0, 1, 0, null, null);

    internal static QueryEvidence Of(Query query, int chunks, Func<string, int> chunksWith, ReadOnlySpan<double> words, ReadOnlySpan<float> similarities)
    {
        double all = 0, unknown = 0;
        var (known, count) = (0, 0);
        foreach (var (term, weight) in query.Terms)
        {
            // What was only added as related is not asked for.
            if (weight < 1) continue;
            var idf = Bm25.Idf(chunks, chunksWith(term));
            (all, count) = (all + idf, count + 1);
            if (chunksWith(term) > 0) known++;
            else unknown += idf;
        }
        var (nearest, standsOut) = Peak(similarities);
        return all == 0 ? None with { Nearest = nearest, StandsOut = standsOut } : new QueryEvidence(known, count, unknown / all, TensorPrimitives.Max(words) / all, nearest, standsOut);
    }

    private static (double? Nearest, double? StandsOut) Peak(ReadOnlySpan<float> similarities)
    {
        if (similarities.IsEmpty) return (null, null);
        double sum = 0, squares = 0;
        foreach (var similarity in similarities) (sum, squares) = (sum + similarity, squares + ((double)similarity * similarity));
        var (mean, nearest) = (sum / similarities.Length, (double)TensorPrimitives.Max(similarities));
        var deviation = Math.Sqrt(Math.Max(0, (squares / similarities.Length) - (mean * mean)));
        return (nearest, deviation > 0 ? (nearest - mean) / deviation : 0);
    }
}

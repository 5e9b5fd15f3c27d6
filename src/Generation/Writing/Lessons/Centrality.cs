using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>How central each sentence is: the stationary share of a walk from sentence to like sentence (LexRank), damping 0.85.</summary>
internal static class Centrality
{
    private const double Damping = 0.85;
    private const int Rounds = 30;

    /// <returns>0 to 1 by rank: the most central sentence has 1.</returns>
    public static double[] Of(IReadOnlyList<IReadOnlySet<string>> sentences, WordWeights weights)
    {
        var n = sentences.Count;
        if (n == 0) return [];
        var lengths = sentences.Select(s => Math.Sqrt(s.Sum(w => weights[w] * weights[w]))).ToArray();
        var like = new double[n][];
        for (var i = 0; i < n; i++)
        {
            like[i] = new double[n];
            for (var j = 0; j < i; j++)
            {
                var shared = sentences[i].Where(sentences[j].Contains).Sum(w => weights[w] * weights[w]);
                like[i][j] = like[j][i] = shared == 0 ? 0 : shared / Math.Max(lengths[i] * lengths[j], 1e-9);
            }
        }
        var rank = Walk(like);
        var order = Enumerable.Range(0, n).OrderBy(i => rank[i]).ThenByDescending(i => i).ToList();
        var place = new double[n];
        for (var k = 0; k < n; k++) place[order[k]] = n == 1 ? 1 : k / (double)(n - 1);
        return place;
    }

    private static double[] Walk(double[][] like)
    {
        var n = like.Length;
        var sums = like.Select(row => row.Sum()).ToArray();
        var rank = Enumerable.Repeat(1.0 / n, n).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = Enumerable.Repeat((1 - Damping) / n, n).ToArray();
            for (var i = 0; i < n; i++)
            {
                if (sums[i] == 0) continue;
                var share = Damping * rank[i] / sums[i];
                for (var j = 0; j < n; j++) next[j] += share * like[i][j];
            }
            rank = next;
        }
        return rank;
    }
}

using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>What the course says around its terms: two terms of one topic share the words of the sentences they stand in.</summary>
/// <param name="about">Sentences by the keys of terms they name.</param>
/// <param name="sentences">Content words of each sentence.</param>
internal sealed class TermTopics(IReadOnlyDictionary<string, List<int>> about, IReadOnlyList<HashSet<string>> sentences, WordWeights weights)
{
    private readonly Dictionary<string, Dictionary<string, double>> _vectors = new(StringComparer.Ordinal);

    /// <summary>Cosine of the two terms' words, 0 to 1.</summary>
    public double Nearness(string a, string b)
    {
        var (x, y) = (VectorOf(a), VectorOf(b));
        if (x.Count > y.Count)
        {
            (x, y) = (y, x);
        }
        var sum = 0.0;
        foreach (var (word, value) in x)
        {
            sum += value * y.GetValueOrDefault(word);
        }
        return sum;
    }

    private Dictionary<string, double> VectorOf(string term)
    {
        if (!_vectors.TryGetValue(term, out var vector))
        {
            _vectors[term] = vector = Read(term);
        }
        return vector;
    }

    private Dictionary<string, double> Read(string term)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in about.GetValueOrDefault(term, []).SelectMany(i => sentences[i]))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        var vector = counts.ToDictionary(c => c.Key, c => Math.Max(0, weights[c.Key]) * (1 + Math.Log(c.Value)), StringComparer.Ordinal);
        var length = Math.Sqrt(vector.Values.Sum(v => v * v));
        return length == 0 ? [] : vector.ToDictionary(v => v.Key, v => v.Value / length, StringComparer.Ordinal);
    }
}

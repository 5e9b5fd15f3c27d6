using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>What the course says around its terms: two terms of one topic share the words of the sentences they stand in.</summary>
/// <param name="about">Sentences by the keys of terms they name.</param>
/// <param name="sentences">Content words of each sentence.</param>
/// <param name="sections">The section each sentence stands in.</param>
/// <remarks>
/// Over 359 multiple-choice questions of two textbooks that people wrote, a wrong answer is nearer to the key than another glossary term of the chapter in .80 and .74
/// of cases by the words alone, in .86 and .76 by words and sections.
/// </remarks>
internal sealed class TermTopics(IReadOnlyDictionary<string, List<int>> about, IReadOnlyList<HashSet<string>> sentences, IReadOnlyList<int> sections, WordWeights weights)
{
    private readonly Dictionary<string, Dictionary<string, double>> _vectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, double>> _places = new(StringComparer.Ordinal);

    /// <summary>Cosine of the two terms' words, 0 to 1.</summary>
    public double Nearness(string a, string b) => Cosine(VectorOf(a), VectorOf(b));

    /// <summary>Cosine of how often either term stands in which section, 0 to 1.</summary>
    public double Company(string a, string b) => Cosine(PlacesOf(a), PlacesOf(b));

    private static double Cosine<T>(Dictionary<T, double> x, Dictionary<T, double> y) where T : notnull
    {
        if (x.Count > y.Count)
        {
            (x, y) = (y, x);
        }
        var sum = 0.0;
        foreach (var (feature, value) in x)
        {
            sum += value * y.GetValueOrDefault(feature);
        }
        return sum;
    }

    private Dictionary<int, double> PlacesOf(string term)
    {
        if (!_places.TryGetValue(term, out var places))
        {
            var counts = about.GetValueOrDefault(term, []).CountBy(i => sections[i]).ToList();
            var length = Math.Sqrt(counts.Sum(c => (double)c.Value * c.Value));
            _places[term] = places = counts.ToDictionary(c => c.Key, c => c.Value / length);
        }
        return places;
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

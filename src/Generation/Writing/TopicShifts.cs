using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>Where the words of a text change (TextTiling, Hearst 1997): at each gap, how deep the likeness of both sides drops below the peaks around it.</summary>
internal static class TopicShifts
{
    /// <summary>Passages on each side of a gap that are compared; about 400 words at 200 a chunk.</summary>
    private const int Window = 2;

    /// <returns>For each text the shift before it, 0 to 1, relative to the deepest of all; 0 for the first.</returns>
    public static double[] Of(IReadOnlyList<string> texts, WordWeights weights)
    {
        var shifts = new double[texts.Count];
        if (texts.Count < 2) return shifts;
        var vectors = texts.Select(t => Vector(t, weights)).ToList();
        var likeness = new double[texts.Count];
        for (var gap = 1; gap < texts.Count; gap++)
            likeness[gap] = Cosine(Sum(vectors, Math.Max(0, gap - Window), gap), Sum(vectors, gap, Math.Min(texts.Count, gap + Window)));
        for (var gap = 1; gap < texts.Count; gap++)
            shifts[gap] = Climb(likeness, gap, -1) + Climb(likeness, gap, 1);
        var deepest = shifts.Max();
        return deepest <= 0 ? shifts : [.. shifts.Select(s => s / deepest)];
    }

    /// <summary>From a gap up to the nearest peak in one direction.</summary>
    private static double Climb(double[] likeness, int gap, int step)
    {
        var peak = likeness[gap];
        for (var i = gap + step; i > 0 && i < likeness.Length && likeness[i] >= peak; i += step) peak = likeness[i];
        return peak - likeness[gap];
    }

    private static Dictionary<string, double> Vector(string text, WordWeights weights) => ContentWords.Of(text)
        .GroupBy(w => w, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (1 + Math.Log(g.Count())) * Math.Max(weights[g.Key], 0), StringComparer.Ordinal);

    private static Dictionary<string, double> Sum(List<Dictionary<string, double>> vectors, int start, int end)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = start; i < end; i++)
            foreach (var (word, weight) in vectors[i])
                sum[word] = sum.GetValueOrDefault(word) + weight;
        return sum;
    }

    private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        double Length(Dictionary<string, double> v) => Math.Sqrt(v.Values.Sum(x => x * x));
        var product = a.Sum(p => p.Value * b.GetValueOrDefault(p.Key));
        return product == 0 ? 0 : product / (Length(a) * Length(b));
    }
}

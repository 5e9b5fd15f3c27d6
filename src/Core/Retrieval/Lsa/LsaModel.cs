using System.Numerics.Tensors;

namespace Tutor.Retrieval.Lsa;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990): puts a text where the texts the model was fitted on that share its words, and the
/// words those share, stand as well. Weights are 8-bit integers with one scale a dimension, without measurable loss.
/// </summary>
public sealed class LsaModel
{
    private readonly Dictionary<string, int> _terms;
    private readonly float[] _idf, _scales;
    private readonly sbyte[] _weights;

    /// <param name="weights">Row after row, a row a term.</param>
    internal LsaModel(IReadOnlyList<string> terms, float[] idf, float[] scales, sbyte[] weights)
    {
        Terms = terms;
        _terms = terms.Select((t, i) => (t, i)).ToDictionary(x => x.t, x => x.i, StringComparer.Ordinal);
        (_idf, _scales, _weights) = (idf, scales, weights);
    }

    public int Dimensions => _scales.Length;
    internal IReadOnlyList<string> Terms { get; }
    internal ReadOnlySpan<float> Idf => _idf;
    internal ReadOnlySpan<float> Scales => _scales;
    internal ReadOnlySpan<sbyte> Weights => _weights;

    /// <returns>A vector of length 1; of zeros for a text without a known term.</returns>
    public float[] Embed(string text) => Embed(TermCounts.Of(text));

    internal float[] Embed(TermCounts counts) => Embed(counts.Terms.Zip(counts.Counts, (term, count) => (term, (double)count)));

    /// <param name="terms">With what each counts: how often it occurs, or less than once.</param>
    internal float[] Embed(IEnumerable<(string Term, double Count)> terms)
    {
        var vector = new float[Dimensions];
        var row = new float[Dimensions];
        foreach (var (term, count) in terms)
        {
            if (!_terms.TryGetValue(term, out var place)) continue;
            TensorPrimitives.ConvertChecked<sbyte, float>(_weights.AsSpan(place * Dimensions, Dimensions), row);
            TensorPrimitives.MultiplyAdd(row, TermFrequency(count) * _idf[place], vector, vector);
        }
        TensorPrimitives.Multiply(vector, _scales, vector);
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0) TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    internal static float TermFrequency(double count) => count < 1 ? (float)count : 1 + MathF.Log((float)count);
}

using System.Buffers;
using System.Numerics.Tensors;

namespace Tutor.Retrieval;

/// <summary>
/// A course's vectors one after the other, and once more in 8 bits to find the few worth a full comparison. They have length 1 (or 0), so that
/// the dot product is the cosine. Results are those of comparing every vector in single precision.
/// </summary>
public sealed class VectorTable
{
    private readonly float[] _values;
    private readonly int _dimensions;
    private readonly QuantisedVectors _quantised;

    /// <param name="vectors">All of one dimension; null where a chunk has none, which is like no chunk's.</param>
    public VectorTable(IReadOnlyList<float[]?> vectors)
    {
        Count = vectors.Count;
        _dimensions = vectors.FirstOrDefault(v => v is not null)?.Length ?? 0;
        _values = new float[(long)Count * _dimensions];
        for (var i = 0; i < Count; i++) vectors[i]?.CopyTo(_values, i * _dimensions);
        _quantised = new QuantisedVectors(_values, Count, _dimensions);
    }

    public int Count { get; }

    /// <summary>0 where no chunk has a vector.</summary>
    public int Dimensions => _dimensions;

    public long Bytes => 4L * _values.Length + _quantised.Bytes;

    /// <summary>The cosine of the query and the vector in this place.</summary>
    public float Similarity(ReadOnlySpan<float> query, int place) =>
        IsComparable(query) ? TensorPrimitives.Dot(query, _values.AsSpan(place * _dimensions, _dimensions)) : 0;

    /// <returns>A cosine for each chunk, in the order of the course.</returns>
    public float[] Similarities(ReadOnlySpan<float> query)
    {
        var similarities = new float[Count];
        for (var i = 0; i < Count; i++) similarities[i] = Similarity(query, i);
        return similarities;
    }

    /// <summary>The most similar, best first; of equal ones the first in the course. As many as asked for where the course has them.</summary>
    public IReadOnlyList<(int Place, float Similarity)> Top(ReadOnlySpan<float> query, int take)
    {
        var about = ArrayPool<float>.Shared.Rent(Count);
        try
        {
            var off = About(query, about);
            var best = new List<(int Place, float Similarity)>(2 * take);
            foreach (var place in Candidates.Of(about.AsSpan(0, Count), take, off)) best.Add((place, Similarity(query, place)));
            best.Sort((a, b) => a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.Place.CompareTo(b.Place));
            return best.Count > take ? best[..take] : best;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(about);
        }
    }

    /// <summary>The cosines of all chunks, about: a quarter of the memory is read.</summary>
    /// <param name="about">At least <see cref="Count"/> long.</param>
    /// <returns>How far off each can be at most.</returns>
    internal float About(ReadOnlySpan<float> query, Span<float> about)
    {
        if (IsComparable(query)) return _quantised.Dot(query, about);
        about[..Count].Clear();
        return 0;
    }

    private bool IsComparable(ReadOnlySpan<float> query)
    {
        if (query.Length == 0 || _dimensions == 0) return false;
        return query.Length == _dimensions ? true : throw new ArgumentException($"The query has {query.Length} dimensions, the course {_dimensions}.", nameof(query));
    }
}

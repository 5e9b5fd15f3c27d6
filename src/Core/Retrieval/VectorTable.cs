using System.Numerics.Tensors;

namespace Tutor.Retrieval;

/// <summary>A course's vectors one after the other. They have length 1 (or 0), so that the dot product is the cosine.</summary>
public sealed class VectorTable
{
    private readonly float[] _values;
    private readonly int _dimensions;

    public VectorTable(IReadOnlyList<float[]?> vectors)
    {
        Count = vectors.Count;
        _dimensions = vectors.FirstOrDefault(v => v is not null)?.Length ?? 0;
        _values = new float[(long)Count * _dimensions];
        for (var i = 0; i < Count; i++) vectors[i]?.CopyTo(_values, i * _dimensions);
    }

    public int Count { get; }
    public long Bytes => 4L * _values.Length;

    /// <returns>A cosine for each chunk, in the order of the course.</returns>
    public float[] Similarities(ReadOnlySpan<float> query)
    {
        var similarities = new float[Count];
        if (query.Length == 0 || _dimensions == 0) return similarities;
        if (query.Length != _dimensions) throw new ArgumentException($"The query has {query.Length} dimensions, the course {_dimensions}.", nameof(query));
        for (var i = 0; i < Count; i++)
            similarities[i] = TensorPrimitives.Dot(query, _values.AsSpan(i * _dimensions, _dimensions));
        return similarities;
    }
}

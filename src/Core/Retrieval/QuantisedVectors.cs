using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tutor.Retrieval;

/// <summary>
/// Vectors in 8-bit integers with one scale each: a quarter of the bytes, so that a whole course is compared in a third of the time. What the
/// rounding can have changed has a proven bound, by which those near enough to matter are compared again in full.
/// </summary>
internal sealed class QuantisedVectors
{
    /// <summary>Rows are padded with zeros to this many numbers.</summary>
    private const int Stride = 32;

    /// <summary>For single-precision sums, relative to the lengths: far above what 10,000 terms can lose.</summary>
    private const float Rounding = 1e-5f;

    private readonly int _dimensions, _width;
    private readonly sbyte[] _codes;
    private readonly float[] _scales;

    /// <summary>Greatest length of a rounded vector, and of what the rounding of one left out.</summary>
    private readonly float _longest, _left;

    public QuantisedVectors(ReadOnlySpan<float> values, int count, int dimensions)
    {
        _dimensions = dimensions;
        _width = (dimensions + Stride - 1) / Stride * Stride;
        _codes = new sbyte[(long)count * _width];
        _scales = new float[count];
        if (dimensions == 0) return; // No chunk has a vector: the embedder was away.
        var rest = new float[dimensions];
        for (var row = 0; row < count; row++)
        {
            var codes = _codes.AsSpan(row * _width, dimensions);
            values.Slice(row * dimensions, dimensions).CopyTo(rest);
            var scale = _scales[row] = TensorPrimitives.MaxMagnitude<float>(rest) / sbyte.MaxValue;
            if (scale is 0 or float.NegativeZero) continue;
            _scales[row] = scale = Math.Abs(scale);
            var square = 0.0;
            for (var i = 0; i < dimensions; i++)
            {
                codes[i] = (sbyte)MathF.Round(rest[i] / scale);
                square += (double)codes[i] * codes[i];
                rest[i] -= scale * codes[i];
            }
            _longest = Math.Max(_longest, scale * (float)Math.Sqrt(square));
            _left = Math.Max(_left, TensorPrimitives.Norm<float>(rest));
        }
    }

    public long Bytes => _codes.LongLength + 4L * _scales.Length;

    /// <summary>Dot products with all vectors, about.</summary>
    /// <returns>How far off each can be at most.</returns>
    public float Dot(ReadOnlySpan<float> query, Span<float> products)
    {
        var (codes, scale, left) = Quantise(query);
        ref var first = ref MemoryMarshal.GetReference(codes.AsSpan());
        for (var row = 0; row < _scales.Length; row++)
            products[row] = scale * _scales[row] * Dot(ref first, ref _codes[row * _width], _width);
        var length = TensorPrimitives.Norm(query);
        return left * _longest + length * _left + Rounding * length * (_longest + _left);
    }

    /// <summary>The query in 16 bits: it is read once, and loses next to nothing.</summary>
    private (short[] Codes, float Scale, float Left) Quantise(ReadOnlySpan<float> query)
    {
        var codes = new short[_width];
        // The sum of the products must stay within 32 bits.
        var most = Math.Min(short.MaxValue, int.MaxValue / sbyte.MaxValue / _width);
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(query)) / most;
        if (scale == 0) return (codes, 0, 0);
        var rest = query.ToArray();
        for (var i = 0; i < _dimensions; i++)
        {
            codes[i] = (short)MathF.Round(query[i] / scale);
            rest[i] -= scale * codes[i];
        }
        return (codes, scale, TensorPrimitives.Norm<float>(rest));
    }

    private static int Dot(ref short query, ref sbyte codes, int width)
    {
        if (Avx512BW.IsSupported)
        {
            var sum = Vector512<int>.Zero;
            for (nuint i = 0; i < (nuint)width; i += 32)
                sum += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref codes, i)), Vector512.LoadUnsafe(ref query, i));
            return Vector512.Sum(sum);
        }
        if (Avx2.IsSupported)
        {
            var sum = Vector256<int>.Zero;
            for (nuint i = 0; i < (nuint)width; i += 16)
                sum += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref codes, i)), Vector256.LoadUnsafe(ref query, i));
            return Vector256.Sum(sum);
        }
        return DotAnywhere(ref query, ref codes, width);
    }

    /// <summary>For other processors.</summary>
    internal static int DotAnywhere(ref short query, ref sbyte codes, int width)
    {
        var sum = Vector128<int>.Zero;
        for (nuint i = 0; i < (nuint)width; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref codes, i));
            sum += Products(low, Vector128.LoadUnsafe(ref query, i)) + Products(high, Vector128.LoadUnsafe(ref query, i + 8));
        }
        return Vector128.Sum(sum);

        static Vector128<int> Products(Vector128<short> a, Vector128<short> b)
        {
            var (aLow, aHigh) = Vector128.Widen(a);
            var (bLow, bHigh) = Vector128.Widen(b);
            return aLow * bLow + aHigh * bHigh;
        }
    }
}

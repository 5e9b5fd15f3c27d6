using System.Numerics.Tensors;

namespace Tutor.Retrieval.Onnx;

/// <summary>How the vectors of a text's pieces become one.</summary>
public enum Pooling
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>That of the first, which stands for the whole.</summary>
    Cls,
}

internal static class PoolingOver
{
    /// <param name="output">Of shape 1 × dimensions, which is the text's vector already, or 1 × pieces × dimensions.</param>
    /// <returns>Of length 1, or of zeros.</returns>
    /// <exception cref="OrtException">Another shape.</exception>
    public static float[] Pool(this Pooling pooling, OrtTensor output)
    {
        var (numbers, shape) = output;
        var vector = shape switch
        {
            [1, > 0] => numbers,
            [1, > 0, > 0 and var dimensions] => pooling == Pooling.Cls ? numbers[..(int)dimensions] : Mean(numbers, (int)dimensions),
            _ => throw new OrtException(-1, $"Its output has the shape {string.Join('×', shape)}, where 1×dimensions or 1×pieces×dimensions is known."),
        };
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0) TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    // Every piece counts: one text is run at a time, so that none is there to fill up.
    private static float[] Mean(float[] numbers, int dimensions)
    {
        var sum = new float[dimensions];
        for (var at = 0; at < numbers.Length; at += dimensions) TensorPrimitives.Add(sum, numbers.AsSpan(at, dimensions), sum);
        TensorPrimitives.Divide(sum, numbers.Length / dimensions, sum);
        return sum;
    }
}

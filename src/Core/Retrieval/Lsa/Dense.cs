using System.Numerics.Tensors;

namespace Tutor.Retrieval.Lsa;

/// <summary>The little dense algebra a truncated SVD wants; matrices row after row.</summary>
internal static class Dense
{
    public static float[] Transpose(float[] matrix, int rows, int columns)
    {
        var transposed = new float[matrix.Length];
        Parallel.For(0, columns, c =>
        {
            for (var r = 0; r < rows; r++) transposed[c * rows + r] = matrix[r * columns + c];
        });
        return transposed;
    }

    /// <summary>Makes the columns orthonormal by Gram-Schmidt, done twice for accuracy. A column that depends on earlier ones becomes 0.</summary>
    public static float[] Orthonormalise(float[] matrix, int rows, int columns)
    {
        var q = Transpose(matrix, rows, columns);
        for (var c = 0; c < columns; c++)
        {
            var column = q.AsSpan(c * rows, rows);
            var before = TensorPrimitives.Norm<float>(column);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var earlier = 0; earlier < c; earlier++)
                {
                    var other = q.AsSpan(earlier * rows, rows);
                    TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<float>(other, column), column, column);
                }
            }
            var norm = TensorPrimitives.Norm<float>(column);
            TensorPrimitives.Multiply(column, norm > 1e-4f * before ? 1 / norm : 0, column);
        }
        return Transpose(q, columns, rows);
    }

    /// <summary>The columns' dot products with each other, in double precision.</summary>
    public static double[,] Gram(float[] matrix, int rows, int columns)
    {
        var byColumn = Transpose(matrix, rows, columns);
        var gram = new double[columns, columns];
        Parallel.For(0, columns, a =>
        {
            for (var b = 0; b <= a; b++)
            {
                var dot = 0.0;
                for (var r = 0; r < rows; r++) dot += (double)byColumn[a * rows + r] * byColumn[b * rows + r];
                gram[a, b] = gram[b, a] = dot;
            }
        });
        return gram;
    }
}

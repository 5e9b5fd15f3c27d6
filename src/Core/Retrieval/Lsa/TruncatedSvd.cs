namespace Tutor.Retrieval.Lsa;

/// <summary>Randomised truncated singular value decomposition with power iterations (Halko, Martinsson and Tropp 2011).</summary>
internal static class TruncatedSvd
{
    private const int PowerIterations = 4;

    /// <summary>Columns more than asked for, dropped at the end: they carry the error.</summary>
    private const int Oversampling = 10;

    private const int Seed = 20110302;

    /// <returns>The right singular vectors as a matrix of <c>Columns</c> rows and as many columns as have a singular value that is not 0, at most <paramref name="rank"/>.</returns>
    public static (float[] RightVectors, int Rank) Decompose(SparseMatrix matrix, int rank)
    {
        var transposed = matrix.Transpose();
        var width = Math.Min(rank + Oversampling, Math.Min(matrix.Rows, matrix.Columns));
        var y = Dense.Orthonormalise(matrix.Multiply(Gaussian(matrix.Columns, width), width), matrix.Rows, width);
        for (var i = 0; i < PowerIterations; i++)
        {
            var z = Dense.Orthonormalise(transposed.Multiply(y, width), matrix.Columns, width);
            y = Dense.Orthonormalise(matrix.Multiply(z, width), matrix.Rows, width);
        }
        return Rotate(transposed.Multiply(y, width), matrix.Columns, width, rank);
    }

    /// <summary>Turns the columns of Z (the matrix seen from within the found space) into singular vectors.</summary>
    private static (float[] Vectors, int Rank) Rotate(float[] z, int rows, int width, int rank)
    {
        var (values, vectors) = SymmetricEigen.Of(Dense.Gram(z, rows, width));
        var kept = values.Take(rank).TakeWhile(v => v > 1e-8 * values[0] && v > 0).Count();
        var right = new float[(long)rows * kept];
        Parallel.For(0, rows, row =>
        {
            for (var k = 0; k < kept; k++)
            {
                var sum = 0.0;
                for (var c = 0; c < width; c++) sum += z[row * width + c] * vectors[k][c];
                right[row * kept + k] = (float)(sum / Math.Sqrt(values[k]));
            }
        });
        return (right, kept);
    }

    private static float[] Gaussian(int rows, int columns)
    {
        var random = new Random(Seed);
        var values = new float[(long)rows * columns];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return values;
    }
}

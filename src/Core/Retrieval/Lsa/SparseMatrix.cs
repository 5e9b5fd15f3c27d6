using System.Numerics.Tensors;

namespace Tutor.Retrieval.Lsa;

/// <summary>Rows of (column, value), multiplied with dense matrices whose rows are kept one after the other.</summary>
/// <param name="starts">Where each row begins in the other two; one longer than there are rows.</param>
internal sealed class SparseMatrix(int[] starts, int[] columns, float[] values, int columnCount)
{
    public int Rows => starts.Length - 1;
    public int Columns => columnCount;

    /// <summary>Each row of the product is summed by one thread in the order of the columns: the bytes do not depend on the number of threads.</summary>
    public float[] Multiply(float[] dense, int width)
    {
        var product = new float[(long)Rows * width];
        Parallel.For(0, Rows, row =>
        {
            var sum = product.AsSpan(row * width, width);
            for (var i = starts[row]; i < starts[row + 1]; i++)
                TensorPrimitives.MultiplyAdd(dense.AsSpan(columns[i] * width, width), values[i], sum, sum);
        });
        return product;
    }

    public SparseMatrix Transpose()
    {
        var newStarts = new int[columnCount + 1];
        foreach (var column in columns) newStarts[column + 1]++;
        for (var c = 0; c < columnCount; c++) newStarts[c + 1] += newStarts[c];
        var next = newStarts[..^1];
        var newColumns = new int[columns.Length];
        var newValues = new float[columns.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                var at = next[columns[i]]++;
                newColumns[at] = row;
                newValues[at] = values[i];
            }
        }
        return new SparseMatrix(newStarts, newColumns, newValues, Rows);
    }
}

using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Tutor.Benchmarks;

/// <summary>Vectors of length 1 that lie in clumps, as those of a book's chunks do; the same at every run. Also as files that numpy reads.</summary>
internal sealed record VectorFiles(IReadOnlyList<float[]> Table, IReadOnlyList<float[]> Queries)
{
    public const int Dimensions = 384;
    private const int Clumps = 200;

    public static VectorFiles Make(string folder, int count, int queries)
    {
        var random = new Random(20261);
        var centres = Enumerable.Range(0, Clumps).Select(_ => Draw(random)).ToList();
        var made = new VectorFiles([.. Enumerable.Range(0, count).Select(_ => Near(centres, random))], [.. Enumerable.Range(0, queries).Select(_ => Near(centres, random))]);
        Write(Path.Combine(folder, "table.f32"), made.Table);
        Write(Path.Combine(folder, "queries.f32"), made.Queries);
        return made;
    }

    private static float[] Near(List<float[]> centres, Random random)
    {
        var vector = Draw(random);
        TensorPrimitives.Add(vector, centres[random.Next(centres.Count)], vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    // Normal by Box and Muller.
    private static float[] Draw(Random random)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < Dimensions; i++) vector[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return vector;
    }

    private static void Write(string path, IReadOnlyList<float[]> vectors)
    {
        using var file = File.Create(path);
        foreach (var vector in vectors) file.Write(MemoryMarshal.AsBytes<float>(vector));
    }
}

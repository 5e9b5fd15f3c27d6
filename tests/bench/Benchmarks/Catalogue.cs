namespace Tutor.Benchmarks;

/// <summary>Every benchmark, in the order they run.</summary>
public static class Catalogue
{
    public static IReadOnlyList<IBenchmark> All { get; } = 
        [new SearchKernel(), new SearchWhole(), new PdfReading(), new Ingestion(), new Writing(), new CachedReads(), new WholeClass(), new Growth(), new Start(), new OnnxEmbedding(), new ModelLessons(), new ModelClass()];

    /// <summary>Those asked for, or all; a name nobody knows is null.</summary>
    public static IReadOnlyList<IBenchmark>? Find(IReadOnlyList<string> names)
    {
        if (names.Count == 0) return All;
        return names.All(n => All.Any(b => b.Name == n)) ? [.. All.Where(b => names.Contains(b.Name))] : null;
    }
}

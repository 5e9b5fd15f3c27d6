namespace Tutor.Benchmarks;

/// <summary>How much is measured. The small sizes only prove that every part runs.</summary>
/// <param name="Seconds">Of load for each figure.</param>
/// <param name="Queries">Searches timed one after another.</param>
/// <param name="Chunks">Of the kernel and of the larger course.</param>
/// <param name="FewerChunks">Of the smaller course, and of each course that is there for growth.</param>
/// <param name="Courses">How many courses the database holds, step by step.</param>
/// <param name="Pages">A long PDF has at least these.</param>
/// <param name="Learners">A class.</param>
/// <param name="Connections">Of the readers.</param>
/// <param name="Modules">Of the book that are written one by one; null for all.</param>
/// <param name="Files">Of a book that are ingested; null for all.</param>
/// <param name="Repeats">Of what is measured as a whole.</param>
public sealed record Sizes(
    int Seconds, int Queries, int Chunks, int FewerChunks, IReadOnlyList<int> Courses, int Pages, int Learners, int Connections, int? Modules, int? Files, int Repeats)
{
    public static Sizes Full { get; } = new(10, 400, 20_000, 2_000, [1, 10, 100], 1_000, 2_000, 32, null, null, 3);

    public static Sizes Small { get; } = new(1, 5, 300, 100, [1, 2], 10, 20, 4, 1, 1, 1);

    /// <summary>Of load: one to warm the code, then the repeats.</summary>
    public int Rounds => AreFull ? Repeats + 1 : 1;

    public bool AreFull => Chunks == Full.Chunks;
}

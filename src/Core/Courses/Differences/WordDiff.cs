namespace Tutor.Courses.Differences;

public enum RunKind
{
    Same,
    Added,
    Removed,

    /// <summary>Words that stayed, left out of the telling.</summary>
    Skipped,
}

/// <summary>Neighbouring words with one fate.</summary>
public sealed record DiffRun(RunKind Kind, string Text);

/// <summary>What changed between two texts, word by word (a longest common subsequence).</summary>
public static class WordDiff
{
    /// <summary>Words kept beside a change, so that it can be read.</summary>
    private const int Around = 8;

    /// <summary>Cells of the table beyond which the changed middle is told as a whole: 16 MB, some 40 ms.</summary>
    private const long MostCells = 4_000_000;

    public static IReadOnlyList<DiffRun> Between(string before, string after)
    {
        var (a, b) = (before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), after.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var words = new List<(RunKind Kind, string Word)>();
        foreach (var (inA, inB) in Pairs(a, b)) words.Add((inA, inB) switch
        {
            ({ } i, { }) => (RunKind.Same, a[i]),
            ({ } i, null) => (RunKind.Removed, a[i]),
            _ => (RunKind.Added, b[inB!.Value]),
        });
        return Runs(words);
    }

    /// <summary>Places in both lists, in order: of what both have, both; of the rest, one.</summary>
    internal static IEnumerable<(int? A, int? B)> Pairs<T>(IReadOnlyList<T> a, IReadOnlyList<T> b) where T : IEquatable<T>
    {
        var (head, tail) = (0, 0);
        while (head < a.Count && head < b.Count && a[head].Equals(b[head])) head++;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)].Equals(b[^(tail + 1)])) tail++;
        for (var k = 0; k < head; k++) yield return (k, k);
        foreach (var pair in Middle(a, b, head, a.Count - tail, b.Count - tail)) yield return pair;
        for (var k = tail; k > 0; k--) yield return (a.Count - k, b.Count - k);
    }

    private static IEnumerable<(int? A, int? B)> Middle<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, int from, int toA, int toB) where T : IEquatable<T>
    {
        var (n, m) = (toA - from, toB - from);
        var (i, j) = (0, 0);
        if (n > 0 && m > 0 && (long)n * m <= MostCells)
        {
            var longest = Lengths(a, b, from, n, m);
            while (i < n && j < m)
            {
                if (a[from + i].Equals(b[from + j])) yield return (from + i++, from + j++);
                else if (longest[i + 1, j] >= longest[i, j + 1]) yield return (from + i++, null);
                else yield return (null, from + j++);
            }
        }
        while (i < n) yield return (from + i++, null);
        while (j < m) yield return (null, from + j++);
    }

    private static int[,] Lengths<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, int from, int n, int m) where T : IEquatable<T>
    {
        var longest = new int[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
            for (var j = m - 1; j >= 0; j--)
                longest[i, j] = a[from + i].Equals(b[from + j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        return longest;
    }

    private static List<DiffRun> Runs(List<(RunKind Kind, string Word)> words)
    {
        var runs = new List<DiffRun>();
        for (var i = 0; i < words.Count;)
        {
            var kind = words[i].Kind;
            var run = words.Skip(i).TakeWhile(w => w.Kind == kind).Select(w => w.Word).ToList();
            var (first, last) = (i == 0, i + run.Count == words.Count);
            if (kind == RunKind.Same) runs.AddRange(Kept(run, first ? 0 : Around, last ? 0 : Around));
            else runs.Add(new DiffRun(kind, string.Join(' ', run)));
            i += run.Count;
        }
        return runs;
    }

    private static IEnumerable<DiffRun> Kept(List<string> run, int head, int tail)
    {
        if (run.Count <= head + tail + Around) return [new DiffRun(RunKind.Same, string.Join(' ', run))];
        return new[]
        {
            new DiffRun(RunKind.Same, string.Join(' ', run[..head])), new DiffRun(RunKind.Skipped, string.Join(' ', run[head..^tail])), new DiffRun(RunKind.Same, string.Join(' ', run[^tail..])),
        }.Where(r => r.Text.Length > 0);
    }
}

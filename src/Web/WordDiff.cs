namespace Tutor.Web;

/// <summary>Words in a row that stayed, went or came.</summary>
public sealed record DiffRun(DiffKind Kind, string Text);

public enum DiffKind
{
    Same,
    Gone,
    New,
}

/// <summary>What changed between two texts, word by word: their longest common subsequence stays.</summary>
public static class WordDiff
{
    /// <summary>Longer texts are shown whole, old and new: the table of the comparison has as many cells as the product of their words.</summary>
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<DiffRun> Of(string before, string after)
    {
        if (before == after) return before.Length == 0 ? [] : [new(DiffKind.Same, before)];
        string[] old = Words(before), young = Words(after);
        if ((long)old.Length * young.Length > MostCells) return [.. Whole(DiffKind.Gone, before), .. Whole(DiffKind.New, after)];
        return Runs(Compare(old, young, Lengths(old, young)));
    }

    private static IEnumerable<DiffRun> Whole(DiffKind kind, string text) => text.Length == 0 ? [] : [new DiffRun(kind, text)];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>For each pair of places how many words the rests have in common.</summary>
    private static ushort[,] Lengths(string[] old, string[] young)
    {
        var common = new ushort[old.Length + 1, young.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = young.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == young[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static IEnumerable<DiffRun> Compare(string[] old, string[] young, ushort[,] common)
    {
        int i = 0, j = 0;
        while (i < old.Length || j < young.Length)
        {
            if (i < old.Length && j < young.Length && old[i] == young[j])
            {
                yield return new DiffRun(DiffKind.Same, old[i++]);
                j++;
            }
            else if (j == young.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1])) yield return new DiffRun(DiffKind.Gone, old[i++]);
            else yield return new DiffRun(DiffKind.New, young[j++]);
        }
    }

    private static List<DiffRun> Runs(IEnumerable<DiffRun> words)
    {
        var runs = new List<DiffRun>();
        foreach (var word in words)
        {
            if (runs.Count > 0 && runs[^1].Kind == word.Kind) runs[^1] = runs[^1] with { Text = $"{runs[^1].Text} {word.Text}" };
            else runs.Add(word);
        }
        return runs;
    }
}

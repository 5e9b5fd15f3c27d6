using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>Rows of cells to blocks. Cells must be plain, cleaned, single-line text.</summary>
public static class Tables
{
    /// <summary>Parts cells in <see cref="Block.Text"/>; inside a cell it is written without its spaces.</summary>
    public const string Separator = " | ";

    /// <summary>A table; before it its title as a caption, where the first row is one cell across the whole table.</summary>
    public static IEnumerable<Block> ToBlocks(IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader)
    {
        var filled = rows.Where(r => r.Any(c => c.Length > 0)).ToList();
        if (filled.Count == 0) yield break;
        var width = filled.Max(r => r.Count - r.Reverse().TakeWhile(c => c.Length == 0).Count());
        if (width > 1 && filled.Count > 2 && filled[0][0].Length > 0 && filled[0].Count(c => c.Length > 0) == 1)
        {
            yield return new Block(BlockKind.Caption, filled[0][0]);
            filled.RemoveAt(0);
            hasHeader = hasHeader || filled[0].Count(c => c.Length > 0) == width;
        }
        if (filled.Count == 1 && width == 1) yield return new Block(BlockKind.Paragraph, filled[0][0]);
        else yield return new Block(BlockKind.Table, string.Join('\n', filled.Select(r => Row(r, width)))) { HasHeader = hasHeader };
    }

    private static string Row(IReadOnlyList<string> cells, int width) =>
        string.Join(Separator, Enumerable.Range(0, width).Select(i => i < cells.Count ? cells[i].Replace(Separator, "|", StringComparison.Ordinal) : ""));
}

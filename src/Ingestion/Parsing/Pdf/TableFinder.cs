namespace Tutor.Parsing.Pdf;

/// <summary>
/// Finds tables by the order of painting: the cells of a row follow one another, so that text jumps to the right and back up
/// to the row's top again and again, where running text, in columns too, only goes down.
/// </summary>
internal sealed class TableFinder
{
    // In parts of the type size.
    private const double LineGap = .5;
    private const double RowGap = 2;
    private const double Overlap = .4;
    private const double Aligned = 2;
    private const int MostLinesOfProseCell = 8;
    private readonly List<TextLine> _lines;

    private TableFinder(IEnumerable<TextLine> lines) => _lines = [.. lines.Where(l => l.Order >= 0).OrderBy(l => l.Order).ThenBy(l => l.Extent.X0)];

    public static List<Grid> Find(PageLines page)
    {
        var finder = new TableFinder(page.Lines);
        var tables = new List<Grid>();
        var free = 0;
        for (var i = 0; i < finder._lines.Count;)
        {
            var rows = finder.Rows(i, out var next);
            var sources = rows.SelectMany(r => r).SelectMany(c => c).ToList();
            SplitAtColumns(rows);
            if (rows.Count(r => r.Count > 1) > 1 && Columns(rows) is var columns && columns.Count >= rows.Max(r => r.Count))
            {
                var above = finder.RowsAbove(sources[0], columns, free);
                rows.InsertRange(0, above);
                sources.AddRange(above.SelectMany(r => r).SelectMany(c => c));
                if (ToGrid(rows, columns, page.Width) is { } cells)
                {
                    tables.Add(new Grid(columns, cells) { Sources = sources });
                    free = next;
                }
            }
            i = Math.Max(next, i + 1);
        }
        return tables;
    }

    /// <summary>Rows of cells from line <paramref name="start"/> on; empty where no row begins in its stack.</summary>
    private List<List<List<TextLine>>> Rows(int start, out int next)
    {
        var rows = new List<List<List<TextLine>>>();
        next = start;
        while (next < _lines.Count)
        {
            var stackEnd = StackEnd(next);
            if (stackEnd >= _lines.Count || !JumpsRight(next, stackEnd))
            {
                if (rows.Count == 0) next = stackEnd;
                return rows;
            }
            var rowStart = RowStart(next, stackEnd);
            // Lines of the same stack above the row: text before the table, or a row with one cell.
            if (rowStart > next && rows.Count > 0) rows.Add([_lines[next..rowStart]]);
            rows.Add(Row(rowStart, stackEnd, out next));
            if (next < _lines.Count && !ReturnsLeft(rows[^1], _lines[next])) return rows;
        }
        return rows;
    }

    /// <summary>
    /// Rows with one cell above a table's first whole row: a title, or the rest of a row that a page break has cut. Each is
    /// flush with a column and no wider than it.
    /// </summary>
    private List<List<List<TextLine>>> RowsAbove(TextLine first, List<Extent> columns, int free)
    {
        const int most = 3;
        var rows = new List<List<List<TextLine>>>();
        var end = _lines.IndexOf(first);
        var top = first.Extent.Y0;
        while (end > free && rows.Count < most)
        {
            var start = end - 1;
            while (start > free && Stacks(_lines[start - 1], _lines[start])) start--;
            var cell = _lines[start..end];
            var bounds = Bounds(cell);
            if (top - bounds.Y1 > RowGap * first.Size || bounds.Y0 >= top || ColumnOf(columns, bounds) < 0) break;
            rows.Insert(0, [cell]);
            (end, top) = (start, bounds.Y0);
        }
        return rows;
    }

    private List<List<TextLine>> Row(int start, int firstEnd, out int next)
    {
        List<List<TextLine>> row = [_lines[start..firstEnd]];
        next = firstEnd;
        while (next < _lines.Count)
        {
            var end = StackEnd(next);
            var cell = _lines[next..end];
            if (IsUnder(row[^1], cell)) row[^1].AddRange(cell);
            else if (IsCellOf(row, cell)) row.Add(cell);
            else break;
            next = end;
        }
        return row;
    }

    // More lines of the last cell, though the first of them is not flush with it: it holds the text of two cells.
    private static bool IsUnder(List<TextLine> cell, List<TextLine> more)
    {
        Extent above = cell[^1].Extent, below = Bounds(more);
        return below.X0 >= above.X0 - 1 && below.X1 <= above.X1 + 1 && below.Y0 > above.Y0 && below.Y0 - above.Y1 < LineGap * more[0].Size;
    }

    private int StackEnd(int start)
    {
        var end = start + 1;
        while (end < _lines.Count && Stacks(_lines[end - 1], _lines[end])) end++;
        return end;
    }

    private static bool Stacks(TextLine above, TextLine below)
    {
        Extent a = above.Extent, b = below.Extent;
        var aligned = Math.Abs(a.X0 - b.X0) < Aligned * below.Size || Math.Abs(a.MiddleX - b.MiddleX) < 2 || Math.Abs(a.X1 - b.X1) < 1;
        return aligned && b.Y0 - a.Y1 < LineGap * below.Size && b.Y0 > a.Y0 + (.5 * below.Size) && b.OverlapX(a) > 0;
    }

    /// <summary>Whether the stack at <paramref name="at"/> stands to the right of the lines before it, beside some of them.</summary>
    private bool JumpsRight(int start, int at)
    {
        var right = Bounds(_lines[at..StackEnd(at)]);
        var beside = _lines[start..at].Where(l => Beside(l.Extent, right, l.Size)).ToList();
        return beside.Count > 0 && beside.TrueForAll(l => right.X0 > l.Extent.X1 - 1);
    }

    private int RowStart(int start, int at)
    {
        var right = Bounds(_lines[at..StackEnd(at)]);
        while (start < at - 1 && !Beside(_lines[start].Extent, right, _lines[start].Size)) start++;
        return start;
    }

    private static bool IsCellOf(List<List<TextLine>> row, List<TextLine> cell)
    {
        var bounds = Bounds(cell);
        return row.TrueForAll(c => bounds.X0 > Bounds(c).X1 - 1) && Beside(Bounds([.. row.SelectMany(c => c)]), bounds, cell[0].Size);
    }

    private static bool ReturnsLeft(List<List<TextLine>> row, TextLine line) =>
        line.Extent.X0 < row[^1][0].Extent.X0 && line.Extent.MiddleY > row.SelectMany(c => c).Max(l => l.Extent.Y1);

    private static bool Beside(Extent a, Extent b, double size) => Math.Min(a.Y1, b.Y1) - Math.Max(a.Y0, b.Y0) > Overlap * size;

    private static List<List<TextLine>[]>? ToGrid(List<List<List<TextLine>>> rows, List<Extent> columns, double pageWidth)
    {
        var grid = new List<List<TextLine>[]>();
        foreach (var row in rows)
        {
            var cells = columns.Select(_ => new List<TextLine>()).ToArray();
            foreach (var cell in row)
            {
                var bounds = Bounds(cell);
                var column = columns.FindIndex(c => bounds.X0 >= c.X0 - 1 && bounds.X0 <= c.X1 + 1);
                if (column < 0) return null;
                cells[column].AddRange(cell);
            }
            grid.Add(cells);
        }
        return IsProse(grid, columns, pageWidth) ? null : grid;
    }

    /// <summary>Cells that stand so close that they were taken for one line: cut where a column of the fullest row begins.</summary>
    private static void SplitAtColumns(List<List<List<TextLine>>> rows)
    {
        if (rows.Count < 2) return;
        var starts = rows.MaxBy(r => r.Count)!.Select(c => Bounds(c).X0).ToList();
        foreach (var row in rows.Where(r => r.Count > 1 || r[0].Count == 1))
            for (var c = 0; c < row.Count; c++)
                foreach (var start in starts)
                {
                    var (left, right) = SplitAt(row[c], start);
                    if (left.Count == 0 || right.Count == 0) continue;
                    row[c] = left;
                    row.Insert(++c, right);
                }
    }

    private static (List<TextLine> Left, List<TextLine> Right) SplitAt(List<TextLine> cell, double x)
    {
        List<TextLine> left = [], right = [];
        foreach (var line in cell)
        {
            var word = line.Words.Where(w => w.Start > 0 && Math.Abs(w.X0 - x) <= 1.5).Select(w => (WordPlace?)w).FirstOrDefault();
            if (word is { } at)
            {
                var (before, after) = line.SplitAt(at.Start);
                left.Add(before);
                right.Add(after);
            }
            else if (line.Extent.X0 >= x - 1.5) right.Add(line);
            else if (line.Extent.X1 <= x + 1) left.Add(line);
            else return ([], []);
        }
        return (left, right);
    }

    /// <summary>The horizontal ranges that cells of several rows share.</summary>
    private static List<Extent> Columns(List<List<List<TextLine>>> rows)
    {
        var columns = new List<Extent>();
        foreach (var cell in rows.Where(r => r.Count > 1).SelectMany(r => r).Select(Bounds).OrderBy(b => b.X0))
        {
            if (columns.Count > 0 && cell.X0 < columns[^1].X1 - 1) columns[^1] = columns[^1].With(cell);
            else columns.Add(cell);
        }
        return columns;
    }

    // The column a text is flush with and does not leave.
    private static int ColumnOf(List<Extent> columns, Extent text) => columns.FindIndex(c =>
        Math.Abs(text.X0 - c.X0) <= 1.5 && columns.TrueForAll(o => o.X0 <= c.X0 || o.X0 > text.X1) && (c != columns[^1] || text.X1 <= c.X1 + 2));

    /// <summary>Two columns of running text, which some programs paint paragraph by paragraph.</summary>
    private static bool IsProse(List<List<TextLine>[]> rows, List<Extent> columns, double pageWidth) =>
        columns.Count == 2 && columns.All(c => c.Width > pageWidth * .3)
        && (rows.Average(r => r.Max(c => c.Count)) > MostLinesOfProseCell || (rows.Count > 5 && rows.Count(r => IsFull(r, columns)) > rows.Count * .6));

    private static bool IsFull(List<TextLine>[] row, List<Extent> columns) =>
        row.Zip(columns).All(c => c.First.Count == 1 && c.First[0].Extent.Width > c.Second.Width * .8);

    private static Extent Bounds(List<TextLine> cell) => cell.Select(l => l.Extent).Aggregate((a, b) => a.With(b));
}

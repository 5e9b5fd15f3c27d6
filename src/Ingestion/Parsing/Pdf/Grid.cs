namespace Tutor.Parsing.Pdf;

/// <summary>A table: rows of cells of lines; empty cells have no lines.</summary>
internal sealed class Grid(IReadOnlyList<Extent> columns, List<List<TextLine>[]> rows)
{
    /// <summary>Left and right edge of the columns' text, from left to right.</summary>
    public IReadOnlyList<Extent> Columns { get; } = columns;

    public List<List<TextLine>[]> Rows { get; } = rows;

    /// <summary>The lines of the page the table was made of: some hold the text of two cells.</summary>
    public IReadOnlyCollection<TextLine> Sources { get; init; } = [];

    public IEnumerable<TextLine> Lines => Rows.SelectMany(r => r).SelectMany(c => c);

    public bool HasBoldHeader => Rows.Count > 1 && Cells(0).All(c => c.Face.Bold) && Rows.Skip(1).Any(r => r.SelectMany(c => c).Any(l => !l.Face.Bold));

    /// <summary>Whether another table, right below, on the next page or in the next column, goes on with this one.</summary>
    public bool ContinuesIn(Grid next)
    {
        const double tolerance = 4; // points
        const double apart = 4; // type sizes
        TextLine last = Lines.Last(), first = next.Lines.First();
        if (!IsCut(last, first) && first.Extent.Y0 - last.Extent.Y1 > apart * first.Size) return false;
        return Columns.Count == next.Columns.Count
            && Columns.Zip(next.Columns).All(c => Math.Abs(c.First.X0 - Columns[0].X0 - (c.Second.X0 - next.Columns[0].X0)) < tolerance);
    }

    public void Append(Grid next)
    {
        var rows = next.Rows.AsEnumerable();
        if (IsCut(Lines.Last(), next.Lines.First()))
        {
            // A table's head comes again on the next page.
            var repeated = Rows.Zip(next.Rows).TakeWhile(r => Text(r.First) == Text(r.Second)).Count();
            rows = rows.Skip(repeated);
            // A row that was cut by the break goes on without its first cell.
            while (rows.FirstOrDefault() is { } rest && rest[0].Count == 0)
            {
                for (var i = 0; i < Columns.Count; i++) Rows[^1][i].AddRange(rest[i]);
                rows = rows.Skip(1);
            }
        }
        Rows.AddRange(rows);
    }

    private static bool IsCut(TextLine last, TextLine next) => next.Page != last.Page || next.Extent.Y0 < last.Extent.Y0;

    private IEnumerable<TextLine> Cells(int row) => Rows[row].SelectMany(c => c);

    private static string Text(List<TextLine>[] row) => string.Join('|', row.Select(c => string.Join(' ', c.Select(l => l.Text))));
}

using System.Text;

namespace Tutor.Reporting;

/// <summary>Figures as a Markdown table, padded so that it can be read in a terminal as well.</summary>
public static class FigureTable
{
    private static readonly IReadOnlyList<string> s_head = ["measure", "Tutor", "against", "ratio", "bar", "bar met"];

    public static string Of(IEnumerable<Figure> figures)
    {
        List<IReadOnlyList<string>> rows = [s_head, .. figures.Select(f => f.Cells)];
        var widths = Enumerable.Range(0, s_head.Count).Select(i => rows.Max(r => r[i].Length)).ToList();
        var text = new StringBuilder();
        Line(text, rows[0], widths);
        Line(text, [.. widths.Select(w => new string('-', w))], widths);
        foreach (var row in rows.Skip(1)) Line(text, row, widths);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells, List<int> widths)
    {
        for (var i = 0; i < cells.Count; i++) text.Append(i == 0 ? "| " : " | ").Append(cells[i].PadRight(widths[i]));
        text.Append(" |\n");
    }
}

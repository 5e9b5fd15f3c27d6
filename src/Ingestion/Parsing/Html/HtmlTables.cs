using System.Globalization;
using AngleSharp.Dom;
using Tutor.Sources;

namespace Tutor.Parsing.Html;

/// <summary>Tables of data; tables that only lay out a page are read as what they hold.</summary>
internal static class HtmlTables
{
    private const int WidestSpan = 50, TallestSpan = 200;

    public static bool IsLayout(IElement table) =>
        table.GetAttribute("role") is "presentation" or "none"
        || table.QuerySelector("table,h1,h2,h3,h4,h5,h6,main,article,section,form") is not null
        || table.QuerySelectorAll("td,th").Length <= 1;

    public static void Read(IElement table, Blocks blocks, HtmlVisibility visibility)
    {
        if (table.QuerySelector("caption") is { } caption && !visibility.Drops(caption))
        {
            var text = blocks.Inline();
            HtmlText.Append(caption, text, visibility, emphasised: false);
            blocks.Add(text.ToBlock(BlockKind.Caption));
        }
        var rows = table.QuerySelectorAll("tr").Where(r => !visibility.Drops(r)).ToList();
        if (rows.Count == 0) return;
        var header = rows[0].Closest("thead") is not null || rows[0].Children is { Length: > 0 } first && first.All(c => c.LocalName == "th");
        blocks.Add(Tables.ToBlocks(Grid(rows, blocks, visibility), header));
    }

    /// <summary>A cell over several rows is repeated in each, so that every row says what it belongs to; over several columns it stands once.</summary>
    private static List<List<string>> Grid(List<IElement> rows, Blocks blocks, HtmlVisibility visibility)
    {
        var grid = new List<List<string>>();
        var hanging = new Dictionary<int, (string Text, int Rows)>();
        foreach (var row in rows)
        {
            var cells = new List<string>();
            foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
            {
                TakeHanging(hanging, cells);
                var inline = blocks.Inline();
                if (!visibility.Drops(cell)) HtmlText.Append(cell, inline, visibility, emphasised: false);
                var text = inline.ToString();
                var tall = Span(cell, "rowspan", TallestSpan);
                for (var i = Span(cell, "colspan", WidestSpan); i > 0; i--)
                {
                    if (tall > 1) hanging[cells.Count] = (text, tall - 1);
                    cells.Add(text);
                    text = "";
                }
            }
            TakeHanging(hanging, cells);
            grid.Add(cells);
        }
        return grid;
    }

    private static void TakeHanging(Dictionary<int, (string Text, int Rows)> hanging, List<string> cells)
    {
        while (hanging.Remove(cells.Count, out var above))
        {
            if (above.Rows > 1) hanging[cells.Count] = (above.Text, above.Rows - 1);
            cells.Add(above.Text);
        }
    }

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}

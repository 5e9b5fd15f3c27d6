using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Tutor.Sources;

namespace Tutor.Parsing.Office.Pptx;

/// <summary>What stands in the frames of a slide: tables, charts (title, series and the values they were drawn from) and SmartArt.</summary>
internal sealed class SlideFrames(SlidePart slide, SlideText text, Blocks blocks)
{
    private const int WidestSpan = 100, MostChartRows = 200;

    public IEnumerable<Block> Read(OpenXmlElement frame)
    {
        var data = frame.Path("graphic", "graphicData");
        if (data.Child("tbl") is { } table) return Table(table);
        if (data.Child("chart").Attribute("id") is { } chart && Part(chart) is { } chartPart) return Chart(chartPart);
        if (data.Child("relIds").Attribute("dm") is { } diagram && Part(diagram) is { } diagramPart) return Diagram(diagramPart);
        return [];
    }

    private OpenXmlPart? Part(string id) => slide.TryGetPartById(id, out var part) ? part : null;

    private IEnumerable<Block> Table(OpenXmlElement table)
    {
        var grid = new List<List<string>>();
        foreach (var row in table.ChildElements.Where(e => e.LocalName == "tr"))
        {
            var cells = new List<string>();
            foreach (var cell in row.ChildElements.Where(e => e.LocalName == "tc"))
            {
                // Merged cells are all there; the covered ones carry no text. Downwards the text is repeated, so that a row reads by itself.
                var down = cell.Attribute("vMerge") is "1" or "true" && grid.Count > 0 && cells.Count < grid[^1].Count;
                cells.Add(down ? grid[^1][cells.Count] : text.OneLine(cell.Child("txBody")).ToString());
                if (cells.Count > WidestSpan) break;
            }
            grid.Add(cells);
        }
        return Tables.ToBlocks(grid, table.Child("tblPr").Attribute("firstRow") is "1" or "true");
    }

    private IEnumerable<Block> Chart(OpenXmlPart part)
    {
        var chart = part.RootElement.Child("chart");
        var title = text.OneLine(chart.Path("title", "tx", "rich")).ToBlock(BlockKind.Caption);
        if (title is not null) yield return title;
        var series = chart.Child("plotArea").Find("ser").ToList();
        if (series.Count == 0) yield break;
        var categories = Points(series[0].Child("cat"));
        var rows = new List<IReadOnlyList<string>> { (string[])["", .. series.Select(s => Points(s.Child("tx")).Values.FirstOrDefault() ?? "")] };
        var values = series.ConvertAll(s => Points(s.Child("val") ?? s.Child("yVal")));
        foreach (var index in values.SelectMany(v => v.Keys).Union(categories.Keys).Order().Take(MostChartRows))
            rows.Add([categories.GetValueOrDefault(index) ?? "", .. values.Select(v => v.GetValueOrDefault(index) ?? "")]);
        if (rows[0].All(c => c.Length == 0)) rows.RemoveAt(0);
        foreach (var block in Tables.ToBlocks(rows, hasHeader: rows[0][0].Length == 0)) yield return block;
    }

    private SortedDictionary<int, string> Points(OpenXmlElement? of)
    {
        var points = new SortedDictionary<int, string>();
        foreach (var point in of.Find("pt"))
        {
            var value = blocks.Inline();
            value.Append(Rounded(point.Child("v")?.InnerText ?? ""));
            points[point.Number("idx") ?? points.Count] = value.ToString();
        }
        return points;
    }

    /// <summary>Charts keep 8.2 as 8.200000000000001.</summary>
    private static string Rounded(string value) => value.Length > 10 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? Math.Round(number, 6).ToString(CultureInfo.InvariantCulture)
        : value;

    private IEnumerable<Block> Diagram(OpenXmlPart part)
    {
        var items = new ItemLines();
        foreach (var point in part.RootElement.Child("ptLst")?.ChildElements.Where(p => p.Attribute("type") is null or "node") ?? [])
            items.Add(text.OneLine(point.Child("t")));
        if (items.ToBlock(ordered: false) is { } block) yield return block;
    }
}

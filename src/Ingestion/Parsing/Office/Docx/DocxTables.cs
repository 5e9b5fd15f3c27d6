using DocumentFormat.OpenXml;
using Tutor.Sources;

namespace Tutor.Parsing.Office.Docx;

/// <summary>Tables of a Word document: data as rows, frames around text as what they hold.</summary>
internal sealed class DocxTables(DocxReader reader)
{
    private const int WidestSpan = 63; // Word's own limit of columns

    /// <summary>Cells hold data; a table with this many words to a cell sets out running text in columns.</summary>
    private const int LayoutWords = 150;

    public void Read(OpenXmlElement table, int depth)
    {
        var rows = Rows(table).ToList();
        if (IsLayout(rows) is { } kind)
        {
            foreach (var cell in rows.SelectMany(r => r.Cells)) reader.ReadAll(cell, kind, onColour: true, depth + 1);
            return;
        }
        var inserts = new List<OpenXmlElement>();
        var styled = table.Path("tblPr", "tblStyle").Value() is not null;
        var grid = Grid(rows, styled, inserts, out var firstRowBold);
        var header = rows.Count > 0 && (rows[0].Properties.Switch("tblHeader") == true || firstRowBold);
        reader.Add(Tables.ToBlocks(grid, header));
        foreach (var insert in inserts)
        {
            if (insert.LocalName == "tbl") reader.Read(insert, BlockKind.Paragraph, onColour: false, depth + 1);
            else reader.ReadAll(insert, BlockKind.Note, onColour: true, depth + 1);
        }
    }

    /// <summary>What its paragraphs are where a table only frames text; null for a table of data.</summary>
    private BlockKind? IsLayout(List<(OpenXmlElement? Properties, List<OpenXmlElement> Cells)> rows)
    {
        var cells = rows.SelectMany(r => r.Cells).ToList();
        if (cells.Count == 1) return BlockKind.Note;
        if (cells.Exists(c => Paragraphs(c).Any(reader.IsHeading))) return BlockKind.Paragraph;
        return cells.Count is > 0 and <= 4 && cells.Sum(c => c.InnerText.Length) / 6 > LayoutWords * cells.Count ? BlockKind.Paragraph : null;
    }

    /// <summary>A cell merged over several rows is repeated in each, so that every row says what it belongs to; over several columns it stands once.</summary>
    private List<List<string>> Grid(List<(OpenXmlElement? Properties, List<OpenXmlElement> Cells)> rows, bool styled, List<OpenXmlElement> inserts, out bool firstRowBold)
    {
        var grid = new List<List<string>>();
        firstRowBold = rows.Count > 1;
        foreach (var (properties, cells) in rows)
        {
            var line = new List<string>(Enumerable.Repeat("", Math.Clamp(properties.Child("gridBefore").Number("val") ?? 0, 0, WidestSpan)));
            foreach (var cell in cells)
            {
                var look = cell.Child("tcPr");
                var merge = look.Child("vMerge");
                var inline = reader.Inline();
                var bold = reader.ReadCell(Paragraphs(cell), inline, inserts, styled || DocxStyles.IsTinted(look));
                inserts.AddRange(Nested(cell));
                if (grid.Count == 0 && !bold && !inline.IsEmpty) firstRowBold = false;
                var continues = merge is not null && merge.Value() is null or "continue";
                line.Add(continues && grid.Count > 0 && line.Count < grid[^1].Count && inline.IsEmpty ? grid[^1][line.Count] : inline.ToString());
                for (var span = Math.Clamp(look.Child("gridSpan").Number("val") ?? 1, 1, WidestSpan); span > 1; span--) line.Add("");
            }
            grid.Add(line);
        }
        firstRowBold = firstRowBold && grid[0].Exists(c => c.Length > 0);
        return grid;
    }

    private static IEnumerable<(OpenXmlElement? Properties, List<OpenXmlElement> Cells)> Rows(OpenXmlElement table) =>
        from row in table.Find("tr")
        let properties = row.Child("trPr")
        where properties.Child("del") is null
        select (properties, row.Find("tc").ToList());

    /// <summary>The paragraphs of a cell outside of tables nested in it.</summary>
    private static IEnumerable<OpenXmlElement> Paragraphs(OpenXmlElement cell)
    {
        foreach (var child in cell.ChildElements)
        {
            if (child.LocalName == "p") yield return child;
            else if (child.LocalName is "sdt" or "customXml" or "ins" or "moveTo" or "sdtContent")
                foreach (var inner in Paragraphs(child)) yield return inner;
        }
    }

    private static IEnumerable<OpenXmlElement> Nested(OpenXmlElement cell) => cell.ChildElements.Where(e => e.LocalName == "tbl");
}

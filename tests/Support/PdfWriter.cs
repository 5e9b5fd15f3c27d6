using System.Globalization;
using System.Text;

namespace Tutor;

/// <summary>
/// Writes small PDFs for tests: lines of text at given places in the standard fonts, which every reader knows the widths of.
/// Places are in points from the top left corner, as in the parsed result.
/// </summary>
public sealed class PdfWriter
{
    public const int Width = 612;
    public const int Height = 792;
    private static readonly string[] Fonts = ["Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Courier"];
    private readonly List<StringBuilder> _pages = [];

    /// <summary>The title in the file's own description.</summary>
    public string? Title { get; init; }

    public PdfWriter Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <param name="y">The baseline, from the page's top.</param>
    /// <param name="grey">0 is black, 1 white.</param>
    /// <param name="invisible">Painted in no colour at all (text rendering mode 3).</param>
    public PdfWriter Text(double x, double y, string text, double size = 10, bool bold = false, bool italic = false, double grey = 0, bool invisible = false)
    {
        var font = bold ? 1 : italic ? 2 : 0;
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT {grey} g {(invisible ? 3 : 0)} Tr /F{font} {size} Tf {x} {Height - y} Td ({Escape(text)}) Tj ET\n");
        return this;
    }

    /// <summary>Lines one under another; each is one line of print.</summary>
    public PdfWriter Lines(double x, double y, IEnumerable<string> lines, double size = 10, double leading = 12)
    {
        foreach (var line in lines)
        {
            Text(x, y, line, size);
            y += leading;
        }
        return this;
    }

    /// <summary>Raw operators of a page's content.</summary>
    public PdfWriter Raw(string operators)
    {
        _pages[^1].Append(operators).Append('\n');
        return this;
    }

    /// <summary>A filled rectangle.</summary>
    public PdfWriter Box(double x, double y, double width, double height, double grey) =>
        Raw(string.Create(CultureInfo.InvariantCulture, $"{grey} g {x} {Height - y - height} {width} {height} re f"));

    public byte[] Build(string encryption = "")
    {
        var objects = new List<string> { "<</Type/Catalog/Pages 2 0 R>>", "" };
        foreach (var font in Fonts) objects.Add($"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>");
        var kids = new List<int>();
        foreach (var page in _pages)
        {
            var content = page.ToString();
            objects.Add($"<</Length {Encoding.Latin1.GetByteCount(content)}>>stream\n{content}\nendstream");
            var fonts = string.Join(' ', Fonts.Select((_, i) => $"/F{i} {3 + i} 0 R"));
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Width} {Height}]/Contents {objects.Count} 0 R/Resources<</Font<<{fonts}>>>>>>");
            kids.Add(objects.Count);
        }
        objects[1] = $"<</Type/Pages/Count {kids.Count}/Kids[{string.Join(' ', kids.Select(k => $"{k} 0 R"))}]>>";
        objects.Add(Title is null ? "<<>>" : $"<</Title({Escape(Title)})>>");
        return Assemble(objects, $"/Info {objects.Count} 0 R{encryption}");
    }

    /// <summary>A file of these objects, numbered from 1; the first is the catalog.</summary>
    public static byte[] Assemble(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Escape(string text)
    {
        // The standard encoding's own places for what Latin-1 lacks.
        var ansi = text.Replace('•', '\u0095').Replace('“', '\u0093').Replace('”', '\u0094').Replace('’', '\u0092').Replace('–', '\u0096');
        return ansi.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
    }
}

using System.IO.Compression;
using System.Text;

namespace Tutor.Parsing.Office;

/// <summary>Writes small Word and PowerPoint files part by part, so that tests can hold what no program would write.</summary>
public static class OfficeFiles
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
        + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    private const string P = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.",
        SlideType = "application/vnd.openxmlformats-officedocument.presentationml.";

    /// <param name="body">Children of w:body.</param>
    public static byte[] WordFile(string body, string styles = "", string numbering = "", string footnotes = "", string link = "https://example.org") => Package(
    [
        ("_rels/.rels", "", Links(("main", "officeDocument", "word/document.xml"))),
        ("word/document.xml", WordType + "document.main+xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"),
        ("word/_rels/document.xml.rels", "", Links(("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"), ("f", "footnotes", "footnotes.xml"))
            .Replace("</Relationships>", $"<Relationship Id=\"h\" Type=\"{Relations}hyperlink\" Target=\"{link}\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal)),
        ("word/styles.xml", WordType + "styles+xml", $"<w:styles {W}>{styles}</w:styles>"),
        ("word/numbering.xml", WordType + "numbering+xml", $"<w:numbering {W}>{numbering}</w:numbering>"),
        ("word/footnotes.xml", WordType + "footnotes+xml", $"<w:footnotes {W}>{footnotes}</w:footnotes>"),
    ]);

    /// <param name="slides">Children of p:spTree, attributes of p:sld, and the lines of the notes.</param>
    public static byte[] Deck(params (string Shapes, string Attributes, string[] Notes)[] slides)
    {
        var parts = new List<(string, string, string)>
        {
            ("_rels/.rels", "", Links(("main", "officeDocument", "ppt/presentation.xml"))),
            ("ppt/presentation.xml", SlideType + "presentation.main+xml",
                $"<p:presentation {P}><p:sldIdLst>{string.Concat(slides.Select((_, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"s{i}\"/>"))}</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", "", Links([.. slides.Select((_, i) => ($"s{i}", "slide", $"slides/slide{i}.xml"))])),
        };
        for (var i = 0; i < slides.Length; i++)
        {
            var (shapes, attributes, notes) = slides[i];
            parts.Add(($"ppt/slides/slide{i}.xml", SlideType + "slide+xml", $"<p:sld {P} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"));
            if (notes.Length == 0) continue;
            parts.Add(($"ppt/slides/_rels/slide{i}.xml.rels", "", Links(("n", "notesSlide", $"../notesSlides/notes{i}.xml"))));
            parts.Add(($"ppt/notesSlides/notes{i}.xml", SlideType + "notesSlide+xml",
                $"<p:notes {P}><p:cSld><p:spTree>{Shape("body", 0, 0, notes)}</p:spTree></p:cSld></p:notes>"));
        }
        return Package(parts);
    }

    /// <summary>A shape with one paragraph a line; at a place in thousandths of the slide.</summary>
    public static string Shape(string? placeholder, int x, int y, params string[] lines) => Shape(placeholder, x, y, "", lines);

    public static string Shape(string? placeholder, int x, int y, string paragraphProperties, string[] lines) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"\"/><p:cNvSpPr/><p:nvPr>{(placeholder is null ? "" : $"<p:ph type=\"{placeholder}\"/>")}</p:nvPr></p:nvSpPr>"
        + $"<p:spPr><a:xfrm><a:off x=\"{x * 9144}\" y=\"{y * 6858}\"/><a:ext cx=\"3600000\" cy=\"680000\"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>"
        + string.Concat(lines.Select(l => $"<a:p><a:pPr>{paragraphProperties}</a:pPr><a:r><a:t>{l}</a:t></a:r></a:p>")) + "</p:txBody></p:sp>";

    /// <summary>A paragraph of one run.</summary>
    public static string Para(string text, string properties = "", string runProperties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{runProperties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private static string Links(params (string Id, string Type, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{Relations}{l.Type}\" Target=\"{l.Target}\"/>")) + "</Relationships>";

    private static byte[] Package(List<(string Name, string Type, string Xml)> parts)
    {
        var types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + string.Concat(parts.Where(p => p.Type.Length > 0).Select(p => $"<Override PartName=\"/{p.Name}\" ContentType=\"{p.Type}\"/>")) + "</Types>";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, _, xml) in parts.Prepend(("[Content_Types].xml", "", types)))
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));
            }
        }
        return bytes.ToArray();
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Tutor.Parsing.Office.Docx;

/// <summary>Foot- and endnotes, each read once, where the text first refers to it.</summary>
internal sealed class DocxNotes(MainDocumentPart part, DocxRuns runs, Blocks blocks)
{
    private readonly Lazy<Dictionary<string, OpenXmlElement>> footnotes = new(() => ById(part.FootnotesPart?.Footnotes));
    private readonly Lazy<Dictionary<string, OpenXmlElement>> endnotes = new(() => ById(part.EndnotesPart?.Endnotes));

    public IEnumerable<string> Of(DocxParagraph paragraph)
    {
        foreach (var (isEndnote, id) in paragraph.Notes)
        {
            if (!(isEndnote ? endnotes : footnotes).Value.Remove(id, out var note)) continue;
            var text = new DocxParagraph(blocks.Inline());
            foreach (var line in note.Find("p"))
            {
                runs.Read(line, text, onColour: false);
                text.Text.Space();
            }
            if (!text.Text.IsEmpty) yield return text.Text.ToString();
        }
    }

    private static Dictionary<string, OpenXmlElement> ById(OpenXmlElement? root) =>
        root?.ChildElements.Where(e => e.Attribute("id") is not null).DistinctBy(e => e.Attribute("id")).ToDictionary(e => e.Attribute("id")!, StringComparer.Ordinal) ?? [];
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Tutor.Parsing.Office.Docx;

/// <summary>Which lists are numbered and which have bullets.</summary>
internal sealed class DocxNumbering
{
    private readonly Dictionary<int, OpenXmlElement> abstracts = [];
    private readonly Dictionary<int, OpenXmlElement> numbers = [];

    public DocxNumbering(NumberingDefinitionsPart? part)
    {
        foreach (var element in part?.Numbering?.ChildElements.AsEnumerable() ?? [])
        {
            if (element.LocalName == "abstractNum" && element.Number("abstractNumId") is { } id) abstracts[id] = element;
            else if (element.LocalName == "num" && element.Number("numId") is { } number) numbers[number] = element;
        }
    }

    public bool IsOrdered((int Number, int Level) list)
    {
        if (!numbers.TryGetValue(list.Number, out var number)) return false;
        var level = number.ChildElements.FirstOrDefault(e => e.LocalName == "lvlOverride" && e.Number("ilvl") == list.Level).Child("lvl");
        if (level is null && number.Child("abstractNumId").Number("val") is { } id && abstracts.TryGetValue(id, out var definition))
            level = definition.ChildElements.FirstOrDefault(e => e.LocalName == "lvl" && e.Number("ilvl") == list.Level);
        return level.Child("numFmt").Value() is not (null or "bullet" or "none");
    }
}

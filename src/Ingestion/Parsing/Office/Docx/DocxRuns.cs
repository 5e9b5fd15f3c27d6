using DocumentFormat.OpenXml;

namespace Tutor.Parsing.Office.Docx;

/// <summary>
/// Reads the runs of paragraphs as they print: insertions but not deletions, results of fields but not their codes, nothing that is hidden.
/// Fields may run over several paragraphs, so one instance reads a whole document.
/// </summary>
internal sealed class DocxRuns(DocxStyles styles, HiddenWords hidden)
{
    /// <summary>Latin letters of the Symbol font and the Greek ones they print.</summary>
    private const string SymbolFrom = "abgdezhqiklmnxoprstufcywDSWFGLPQXY", SymbolTo = "αβγδεζηθικλμνξοπρστυφχψωΔΣΩΦΓΛΠΘΞΨ";

    private readonly Stack<Field> fields = new();

    public void Read(OpenXmlElement paragraph, DocxParagraph into, bool onColour) =>
        ReadChildren(paragraph, paragraph.Child("pPr"), into, onColour || DocxStyles.IsTinted(paragraph.Child("pPr")), 0);

    /// <summary>Forgets fields that a damaged document never ends; they would swallow all that follows.</summary>
    public void EndFields() => fields.Clear();

    private void ReadChildren(OpenXmlElement parent, OpenXmlElement? style, DocxParagraph into, bool onColour, int depth)
    {
        if (depth > Xml.Deepest) return;
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling())
        {
            switch (child.LocalName)
            {
                case "r":
                    ReadRun(child, style, into, onColour, depth);
                    break;
                case "oMath" or "oMathPara":
                    if (!IsDropping) MathText.Append(child, into.Text);
                    break;
                case "hyperlink" or "ins" or "moveTo" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo" or "sdtContent" or "rubyBase" or "Choice" or "Fallback":
                    ReadChildren(child, style, into, onColour, depth + 1);
                    break;
                case "sdt" when child.Path("sdtPr", "showingPlcHdr") is null: // "Click here to enter text"
                    ReadChildren(child, style, into, onColour, depth + 1);
                    break;
                case "AlternateContent" when child.Chosen() is { } chosen:
                    ReadChildren(chosen, style, into, onColour, depth + 1);
                    break;
                case "tbl":
                    into.Inserts.Add(child);
                    break;
            }
        }
    }

    private void ReadRun(OpenXmlElement run, OpenXmlElement? style, DocxParagraph into, bool onColour, int depth)
    {
        var (isHidden, emphasised) = styles.LookOf(run.Child("rPr"), style, onColour);
        for (var child = run.FirstChild; child is not null; child = child.NextSibling())
        {
            switch (child.LocalName)
            {
                case "t" or "sym" or "noBreakHyphen" when IsDropping:
                    break;
                case "t" when isHidden:
                    hidden.Add(child.InnerText);
                    break;
                case "t":
                    into.Text.Append(child.InnerText, emphasised);
                    break;
                case "sym":
                    if (!isHidden) into.Text.Append(Symbol(child));
                    break;
                case "noBreakHyphen":
                    if (!isHidden) into.Text.Append("-");
                    break;
                case "tab" or "br" or "cr" or "ptab":
                    into.Text.Space();
                    break;
                case "fldChar":
                    Step(child.Attribute("fldCharType"));
                    break;
                case "instrText":
                    if (fields.TryPeek(out var field)) field.Code += child.InnerText;
                    break;
                case "footnoteReference" or "endnoteReference" when child.Attribute("id") is { } id:
                    into.Notes.Add((child.LocalName[0] == 'e', id));
                    break;
                case "ruby":
                    ReadChildren(child, style, into, onColour, depth + 1);
                    break;
                case "drawing" or "pict" or "object" or "AlternateContent":
                    into.Inserts.AddRange(Xml.Find(Wrap(child), "txbxContent"));
                    break;
                case "tbl":
                    into.Inserts.Add(child);
                    break;
            }
        }
    }

    private static OpenXmlElement? Wrap(OpenXmlElement element) => element.LocalName == "AlternateContent" ? element.Chosen() : element;

    /// <summary>Inside the code of a field, or in the result of one that repeats what stands elsewhere.</summary>
    private bool IsDropping => fields.Any(f => f.InCode || f.IsContents);

    private void Step(string? type)
    {
        if (type == "begin" && fields.Count < Xml.Deepest) fields.Push(new Field());
        else if (type == "separate" && fields.TryPeek(out var field)) field.InCode = false;
        else if (type == "end") fields.TryPop(out _);
    }

    private static string Symbol(OpenXmlElement symbol)
    {
        if (!int.TryParse(symbol.Attribute("char"), System.Globalization.NumberStyles.HexNumber, null, out var code)) return "";
        var letter = (char)(code & 0xFF);
        if (symbol.Attribute("font") != "Symbol") return code is >= 0xF000 and <= 0xF0FF || char.IsSurrogate((char)code) ? " " : ((char)code).ToString();
        var index = SymbolFrom.IndexOf(letter, StringComparison.Ordinal);
        return index >= 0 ? SymbolTo[index].ToString() : char.IsAsciiDigit(letter) || char.IsPunctuation(letter) ? letter.ToString() : " ";
    }

    private sealed class Field
    {
        public string Code { get; set; } = "";

        public bool InCode { get; set; } = true;

        public bool IsContents => !InCode && Code.AsSpan().TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);
    }
}

using DocumentFormat.OpenXml;

namespace Tutor.Parsing.Office.Docx;

/// <summary>What was read of one paragraph.</summary>
/// <param name="Text">Its own words.</param>
internal sealed record DocxParagraph(InlineText Text)
{
    /// <summary>Text boxes and tables that hang on the paragraph; read after it.</summary>
    public List<OpenXmlElement> Inserts { get; } = [];

    /// <summary>Foot- and endnotes referred to.</summary>
    public List<(bool IsEndnote, string Id)> Notes { get; } = [];
}

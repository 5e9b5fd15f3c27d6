using DocumentFormat.OpenXml;

namespace Tutor.Parsing.Office.Pptx;

/// <summary>A thing on a slide that may hold text.</summary>
/// <param name="Element">p:sp, or p:graphicFrame.</param>
/// <param name="Placeholder">title, body, …; null for what is no placeholder; "obj" for one without a type.</param>
internal sealed record SlideShape(OpenXmlElement Element, Frame Frame, string? Placeholder, int? Index)
{
    public bool IsTitle => Placeholder is "title" or "ctrTitle";

    public OpenXmlElement? TextBody => Element.Child("txBody");

    public bool HasText => TextBody is { } body && body.Find("t").Any(t => !string.IsNullOrWhiteSpace(t.InnerText));
}

using DocumentFormat.OpenXml;

namespace Tutor.Parsing.Office;

/// <summary>Office equations as a line of text: "x^2 + (a + b)/c".</summary>
internal static class MathText
{
    public static void Append(OpenXmlElement element, InlineText text, int depth = 0)
    {
        if (depth > Xml.Deepest) return;
        switch (element.LocalName)
        {
            case "t":
                text.Append(element.InnerText);
                break;
            case "f":
                Grouped(element.Child("num"), text, depth);
                text.Append("/");
                Grouped(element.Child("den"), text, depth);
                break;
            case "sSup" or "sSub" or "sSubSup":
                Children(element.Child("e"), text, depth);
                if (element.Child("sub") is { } sub) Marked("_", sub, text, depth);
                if (element.Child("sup") is { } sup) Marked("^", sup, text, depth);
                break;
            case "rad":
                text.Append("√");
                Grouped(element.Child("e"), text, depth);
                break;
            case "rPr" or "ctrlPr" or "fPr" or "sSupPr" or "radPr":
                break;
            default:
                Children(element, text, depth);
                break;
        }
    }

    private static void Marked(string mark, OpenXmlElement element, InlineText text, int depth)
    {
        text.Append(mark);
        Grouped(element, text, depth);
    }

    private static void Grouped(OpenXmlElement? element, InlineText text, int depth)
    {
        var group = element?.InnerText.Length > 1;
        if (group) text.Append("(");
        Children(element, text, depth);
        if (group) text.Append(")");
    }

    private static void Children(OpenXmlElement? element, InlineText text, int depth)
    {
        for (var child = element?.FirstChild; child is not null; child = child.NextSibling()) Append(child, text, depth + 1);
    }
}

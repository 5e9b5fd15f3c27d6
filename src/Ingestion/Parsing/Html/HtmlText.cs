using AngleSharp.Dom;

namespace Tutor.Parsing.Html;

/// <summary>The text of one element as a single line.</summary>
internal static class HtmlText
{
    private const int Deepest = 200;

    /// <param name="skip">Selector of the elements inside that are read elsewhere.</param>
    public static void Append(IElement element, InlineText text, HtmlVisibility visibility, bool emphasised, string? skip = null, int depth = 0)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText data) text.Append(data.Data, emphasised);
            else if (node is IElement inner && !(skip is not null && inner.Matches(skip)) && !visibility.Drops(inner) && !HtmlNames.IsNoteMark(inner))
            {
                var apart = inner.LocalName == "br" || !HtmlNames.IsInline(inner.LocalName);
                if (apart) text.Space();
                if (depth < Deepest) Append(inner, text, visibility, emphasised || HtmlNames.IsEmphasis(inner.LocalName), skip, depth + 1);
                else text.Append(inner.TextContent, emphasised);
                if (apart) text.Space();
            }
        }
    }
}

using AngleSharp.Dom;

namespace Tutor.Parsing.Html;

/// <summary>Finds the element that holds what a page is about.</summary>
internal static class MainContent
{
    public static IElement Of(IDocument document)
    {
        var body = document.Body ?? document.DocumentElement;
        var candidates = document.QuerySelectorAll("main,[role=main]");
        if (candidates.Length == 0) candidates = document.QuerySelectorAll("article");
        return candidates.Length == 1 && HoldsMost(candidates[0], body) ? candidates[0] : body;
    }

    /// <summary>A page may mark something small as its article; then the body is read.</summary>
    private static bool HoldsMost(IElement element, IElement body) => element.TextContent.Length * 2L > Readable(body);

    private static long Readable(IElement body) =>
        body.TextContent.Length - body.QuerySelectorAll("script,style,template,noscript,nav,footer").Where(e => e.ParentElement?.Closest("nav,footer") is null).Sum(e => (long)e.TextContent.Length);
}

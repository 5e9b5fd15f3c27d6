using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Tutor.Sources;

namespace Tutor.Parsing.Html;

/// <summary>Tells which elements a reader of the page does not see or does not come for.</summary>
internal sealed partial class HtmlVisibility
{
    /// <summary>Characters of one style sheet, and rules of all, that are looked at.</summary>
    private const int LongestStyle = 64 * 1024, MostRules = 200;

    private readonly HashSet<IElement> hiddenByStyle = [];
    private int hiddenWords;

    public HtmlVisibility(IDocument document)
    {
        var rules = 0;
        foreach (var style in document.QuerySelectorAll("style"))
        {
            foreach (Match rule in Rule().Matches(Nested().Replace(Head(style.TextContent), "")))
            {
                if (rules >= MostRules || !Hides(rule.Groups["style"].Value)) continue;
                rules++;
                foreach (var element in Select(document, rule.Groups["selector"].Value)) hiddenByStyle.Add(element);
            }
        }
    }

    public ParseNote? Note => hiddenWords == 0 ? null : new ParseNote("hidden-text", string.Create(CultureInfo.InvariantCulture,
        $"{hiddenWords} words that readers of the page cannot see were left out. Hidden text can carry instructions for machines; look at the file if you did not put it there."));

    public bool Drops(IElement element)
    {
        // What is hidden from screen readers alone is decoration, or an equation once more.
        if (IsApparatus(element) || element.GetAttribute("aria-hidden") == "true") return true;
        if (!IsHidden(element)) return false;
        hiddenWords += element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return true;
    }

    private static bool IsApparatus(IElement element) => element.LocalName switch
    {
        "script" or "style" or "template" or "noscript" or "iframe" or "object" or "embed" or "svg" or "canvas" or "audio" or "video" or "map"
            or "button" or "select" or "input" or "textarea" or "dialog" or "nav" or "head" or "link" or "meta" or "base" or "annotation" or "annotation-xml" => true,
        "aside" => !InContent(element),
        "header" => IsBanner(element),
        "footer" => true,
        _ => element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "menu" or "menubar" or "dialog" or "alert"
            || element.GetAttribute("role") == "complementary" && !InContent(element)
            || element.LocalName is "div" or "ul" or "ol" or "section" or "p" or "span" && element.ClassList.Append(element.Id ?? "").Any(c => Furniture().IsMatch(c)),
    };

    /// <summary>A header with the title of the page is content, unless the page marks its content elsewhere.</summary>
    private static bool IsBanner(IElement header)
    {
        var navigates = header.QuerySelector("nav") is not null;
        if (InContent(header)) return navigates && header.QuerySelector("h1,h2,h3") is null;
        return navigates || header.QuerySelector("h1") is null || header.Owner?.QuerySelector("main,article,[role=main]") is not null;
    }

    private bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style && Hides(style)
        || element.LocalName == "font" && element.GetAttribute("color") is { } color && White().IsMatch("color:" + color)
        || hiddenByStyle.Contains(element);

    private static bool InContent(IElement element) => element.Closest("main,article,[role=main]") is not null;

    private static bool Hides(string style) => Hiding().IsMatch(style) || White().IsMatch(style) && !Background().IsMatch(style);

    private static string Head(string style) => style[..Math.Min(style.Length, LongestStyle)];

    private static IEnumerable<IElement> Select(IDocument document, string selector)
    {
        try
        {
            return document.QuerySelectorAll(selector.Trim());
        }
        catch (DomException)
        {
            return []; // a selector this reader does not know cannot hide anything from it
        }
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0*\.?0+\s*(;|!|$)|font-size\s*:\s*(0|1px|1pt|0?\.\d+(px|pt|em|rem))\s*(px|pt|em|rem|%)?\s*(;|!|$)|text-indent\s*:\s*-\d{4,}|(left|top)\s*:\s*-\d{4,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hiding();

    [GeneratedRegex(@"(?<![\w-])color\s*:\s*(white|#fff|#ffffff|transparent|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(;|!|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex White();

    /// <summary>White letters on a coloured box are seen.</summary>
    [GeneratedRegex(@"background(-color)?\s*:\s*(?!\s*(white|#fff|transparent|none))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Background();

    [GeneratedRegex(@"^(nav|navbar|navigation|menu|main-menu|breadcrumbs?|cookie[\w-]*|(site|page|global)-(header|footer|nav)|footer|sidebar|toc|table-of-contents|skip-link|skip-to-content|social|share|sharing|pagination|pager|advert(isement)?|banner)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();

    /// <summary>Rules inside @media or @supports hold only sometimes (in print, say).</summary>
    [GeneratedRegex(@"@[^{};@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")]
    private static partial Regex Nested();

    [GeneratedRegex(@"(?<selector>[^{}]+)\{(?<style>[^{}]*)\}")]
    private static partial Regex Rule();
}

using AngleSharp.Dom;

namespace Tutor.Parsing.Html;

/// <summary>What the names of elements mean for reading.</summary>
internal static class HtmlNames
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "math",
        "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        "mi", "mn", "mo", "mrow", "msub", "msup", "mfrac", "mtext", "msqrt", "mover", "munder", "mstyle", "semantics",
    };

    public static bool IsInline(string name) => Inline.Contains(name);

    public static bool IsEmphasis(string name) => name is "b" or "strong" or "em" or "i" or "dfn" or "mark";

    /// <summary>A raised number that links to a footnote or reference.</summary>
    public static bool IsNoteMark(IElement sup) =>
        sup.LocalName == "sup" && sup.QuerySelector("a") is not null && sup.TextContent.Trim() is { Length: <= 6 } mark && mark.All(c => char.IsDigit(c) || c is '[' or ']' or '*' or ',' or '†');
}

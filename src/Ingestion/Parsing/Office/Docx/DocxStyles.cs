using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Tutor.Parsing.Office.Docx;

/// <summary>What the styles of a document say about a paragraph or run, with inheritance resolved.</summary>
internal sealed partial class DocxStyles
{
    /// <summary>Half-points: 2 pt. Nobody reads it on paper.</summary>
    private const int TinySize = 4;

    private const int LongestChain = 20;

    private readonly Dictionary<string, OpenXmlElement> styles = new(StringComparer.Ordinal);
    private readonly OpenXmlElement? defaults;
    private readonly string? defaultParagraph;

    public DocxStyles(StyleDefinitionsPart? part)
    {
        var root = part?.Styles;
        defaults = root.Path("docDefaults", "rPrDefault", "rPr");
        foreach (var style in root?.ChildElements.Where(e => e.LocalName == "style") ?? [])
        {
            if (style.Attribute("styleId") is not { } id) continue;
            styles[id] = style;
            if (style.Attribute("default") is "1" or "true" && style.Attribute("type") == "paragraph") defaultParagraph = id;
        }
    }

    /// <summary>1 to 6 for a heading, by the paragraph's own outline level, the style's, or the style's name in the languages Word is sold in.</summary>
    public int? HeadingLevel(OpenXmlElement? paragraphProperties)
    {
        if (Outline(paragraphProperties) is { } own) return own;
        foreach (var style in Chain(paragraphProperties))
        {
            if (NameOf(style) is { } name && HeadingName().Match(name) is { Success: true } match) return match.Groups["level"] is { Success: true, Value: var level } ? Math.Clamp(level[0] - '0', 1, 6) : 1;
            if (Outline(style.Child("pPr")) is { } level2) return level2;
        }
        return null;
    }

    public bool IsTitle(OpenXmlElement? paragraphProperties) => HasName(paragraphProperties, TitleName());

    public bool IsCaption(OpenXmlElement? paragraphProperties) => HasName(paragraphProperties, CaptionName());

    public bool IsQuote(OpenXmlElement? paragraphProperties) => HasName(paragraphProperties, QuoteName());

    /// <summary>Entries of a table of contents repeat the headings.</summary>
    public bool IsContents(OpenXmlElement? paragraphProperties) => HasName(paragraphProperties, ContentsName());

    /// <summary>Number and level of a list, by the paragraph or its style; null outside lists.</summary>
    public (int Number, int Level)? ListOf(OpenXmlElement? paragraphProperties)
    {
        var own = paragraphProperties.Child("numPr");
        var number = own.Child("numId").Number("val");
        var level = own.Child("ilvl").Number("val");
        foreach (var style in Chain(paragraphProperties))
        {
            var inherited = style.Path("pPr", "numPr");
            number ??= inherited.Child("numId").Number("val");
            level ??= inherited.Child("ilvl").Number("val");
        }
        return number is > 0 ? (number.Value, level ?? 0) : null;
    }

    /// <param name="onColour">The run stands on a coloured ground, where white letters can be read.</param>
    public (bool Hidden, bool Emphasised) LookOf(OpenXmlElement? run, OpenXmlElement? paragraphProperties, bool onColour)
    {
        var character = Chain(run.Child("rStyle").Value()).Select(s => s.Child("rPr")).ToList();
        var emphasised = First(character.Prepend(run), p => p.Switch("b")) == true || First(character.Prepend(run), p => p.Switch("i")) == true;
        var all = character.Prepend(run).Concat(Chain(paragraphProperties).Select(s => s.Child("rPr"))).Append(defaults).ToList();
        if (First(all, p => p.Switch("vanish")) == true) return (true, emphasised);
        if (all.Select(p => p.Child("sz").Number("val")).FirstOrDefault(v => v is not null) is <= TinySize) return (true, emphasised);
        var white = all.Select(p => p.Child("color").Value()).FirstOrDefault(v => v is not null) is { } colour && White().IsMatch(colour);
        return (white && !onColour && !IsTinted(run), emphasised);
    }

    /// <summary>Whether run, paragraph, cell or table properties colour the ground.</summary>
    public static bool IsTinted(OpenXmlElement? properties) =>
        properties.Child("shd").Attribute("fill") is { } fill && fill != "auto" && !White().IsMatch(fill)
        || properties.Child("shd").Attribute("themeFill") is { } theme && !theme.StartsWith("background1", StringComparison.Ordinal)
        || properties.Child("highlight").Value() is { } marker && marker is not ("none" or "white");

    private static T? First<T>(IEnumerable<OpenXmlElement?> properties, Func<OpenXmlElement?, T?> get) where T : struct =>
        properties.Select(get).FirstOrDefault(v => v is not null);

    private static int? Outline(OpenXmlElement? properties) => properties.Child("outlineLvl").Number("val") is { } level and >= 0 and < 9 ? Math.Min(level + 1, 6) : null;

    private bool HasName(OpenXmlElement? paragraphProperties, Regex name) => Chain(paragraphProperties).Any(s => NameOf(s) is { } own && name.IsMatch(own));

    private static string? NameOf(OpenXmlElement style) => style.Child("name").Value();

    private List<OpenXmlElement> Chain(OpenXmlElement? paragraphProperties) => Chain(paragraphProperties.Child("pStyle").Value() ?? defaultParagraph);

    private List<OpenXmlElement> Chain(string? id)
    {
        var chain = new List<OpenXmlElement>();
        while (id is not null && chain.Count < LongestChain && styles.TryGetValue(id, out var style))
        {
            chain.Add(style);
            id = style.Child("basedOn").Value();
        }
        return chain;
    }

    [GeneratedRegex(@"^(?:(?:heading|überschrift|titre|título|titulo|titolo|заголовок|标题|標題|見出し|제목|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|cabeçalho|intestazione|başlık|επικεφαλίδα|כותרת|عنوان)\s*(?<level>[1-9])|title|titel|titre|título|titolo)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingName();

    [GeneratedRegex("^(title|titel|titre|título|titolo)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleName();

    [GeneratedRegex("^(caption|figure caption|table caption|cap|beschriftung|légende|descripción|didascalia|figure|illustration|table)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaptionName();

    [GeneratedRegex("^(intense )?(quote|quotations?|block text)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuoteName();

    [GeneratedRegex(@"^(toc|contents|verzeichnis|tm)\s*\d$|^(toc heading|table of figures|contents heading)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContentsName();

    [GeneratedRegex("^(f[89a-f]){3}$|^white$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex White();
}

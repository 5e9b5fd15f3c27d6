using System.Text.RegularExpressions;

namespace Tutor.Parsing;

/// <summary>Captions of figures and tables told by their first words.</summary>
public static partial class Captions
{
    private const int LongestPlain = 1500;

    /// <param name="emphasised">The whole paragraph is in italics or bold: then the word alone suffices.</param>
    public static bool IsCaption(string text, bool emphasised) =>
        emphasised ? Word().IsMatch(text) : text.Length <= LongestPlain && Numbered().IsMatch(text);

    [GeneratedRegex(@"^(figure|fig\.|table|image|photo|chart|diagram|exhibit|box|abbildung|abb\.|tabelle|tab\.|tableau|figura|tabla)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>"Figure 3.2: …" and "Table 1. …", but not "Figure 3.2 shows …".</summary>
    [GeneratedRegex(@"^(figure|fig\.|table|exhibit|abbildung|abb\.|tabelle|tab\.|tableau|figura|tabla)\s*([A-Z]?\d+([.\-–]\d+)*[a-z]?)?\s*[:.|—–]\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Tutor.Parsing.Pdf;

/// <summary>What the name and colour of a font tell. Many fonts carry their weight in the name only: Computer Modern's CMBX, Times-BoldItalic.</summary>
internal static partial class FontName
{
    // Of 255 in each colour.
    private const int NearlyWhite = 230;

    public static bool IsBold(string name) => BoldNames().IsMatch(Base(name));

    public static bool IsItalic(string name) => ItalicNames().IsMatch(Base(name));

    /// <param name="colour">As <c>#rrggbb</c>.</param>
    public static bool IsPale(string colour) =>
        colour.Length == 7 && int.TryParse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && (rgb >> 16) >= NearlyWhite && ((rgb >> 8) & 255) >= NearlyWhite && (rgb & 255) >= NearlyWhite;

    // Subsets have six letters and a plus before the name.
    private static string Base(string name) => name.Length > 7 && name[6] == '+' ? name[7..] : name;

    [GeneratedRegex(@"Bold|Black|Heavy|Demi|[-,]Bd|^CMBX|^CMB\d|^CMSSBX|^SFBX|^[A-Z]*LMRoman.*bold|^NimbusRom.*Medi", RegexOptions.IgnoreCase)]
    private static partial Regex BoldNames();

    [GeneratedRegex(@"Italic|Oblique|Slanted|[-,](?:It|Obl)\b|^CMTI|^CMSL|^CMBXTI|^SFTI|Ital$", RegexOptions.IgnoreCase)]
    private static partial Regex ItalicNames();
}

using System.Text.RegularExpressions;

namespace Tutor.Parsing.Pdf;

/// <summary>What begins a list's item or a numbered heading.</summary>
internal static partial class Markers
{
    /// <summary>Characters of the bullet and the space after it; 0 where there is none.</summary>
    public static int Bullet(string text) => BulletStart().Match(text).Length;

    /// <summary>Dashes begin items and, by chance, lines.</summary>
    public static bool IsDash(string text) => text[0] is '-' or '–' or '—' or '*' or 'o';

    /// <summary>The number and characters of a marker such as "3." or "(b)".</summary>
    public static (int Number, int Length)? Number(string text)
    {
        var match = NumberStart().Match(text);
        if (!match.Success) return null;
        var mark = match.Groups[1].Value;
        if (int.TryParse(mark, System.Globalization.CultureInfo.InvariantCulture, out var number)) return (number, match.Length);
        return mark.Length == 1 && mark[0] is not 'i' and not 'I' ? (char.ToLowerInvariant(mark[0]) - 'a' + 1, match.Length) : Roman(mark) is { } r ? (r, match.Length) : null;
    }

    /// <summary>Depth of a heading's number: 2 for "2.1 Cells", 1 for "2 Cells" and "Chapter 2"; 0 without a number.</summary>
    public static int HeadingDepth(string text)
    {
        var match = HeadingNumber().Match(text);
        return match.Success ? match.Value.Count(c => c == '.' && !match.Value.TrimEnd().EndsWith('.')) + 1 : 0;
    }

    /// <summary>Whether a line is nothing but a marker, its text standing apart.</summary>
    public static bool IsAlone(string text) => Alone().IsMatch(text);

    public static bool IsCaption(string text) => CaptionStart().IsMatch(text);

    private static int? Roman(string text)
    {
        string[] numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
        var index = Array.IndexOf(numerals, text.ToLowerInvariant());
        return index < 0 ? null : index + 1;
    }

    [GeneratedRegex(@"^(?:[•◦▪▫‣⁃●○■□▶►➢➤✓✔❖·∙⦁\uE000-\uF8FF]\s*|[-–—*o]\s+)(?=\S)")]
    private static partial Regex BulletStart();

    [GeneratedRegex(@"^\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]\s+(?=\S)")]
    private static partial Regex NumberStart();

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*\.?|[A-Z](?:\.\d+)+)(?=\s+\S)")]
    private static partial Regex HeadingNumber();

    [GeneratedRegex(@"^(?:[•◦▪▫‣⁃●○■□▶►➢➤✓✔❖·∙⦁\uE000-\uF8FF*–—o-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?)$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^(?:Figure|Fig\.?|Table|Chart|Exhibit|Plate|Photo|Image|Illustration|Diagram|Box|Listing|Abbildung|Abb\.|Tabelle|Tab\.|Figura|Tabla|Tableau)\s*(?:[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?)?\s*[.:|—–](?:\s|$)")]
    private static partial Regex CaptionStart();
}

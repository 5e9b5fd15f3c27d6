namespace Tutor.Parsing.Text;

/// <summary>How plausible a reading of one-byte encoded text is: over its characters beyond ASCII, the mean of what each earns.</summary>
internal static class LetterPlausibility
{
    /// <summary>Quotes, dashes, signs and spaces that office programs put beyond ASCII; worth something only where they can stand.</summary>
    private const string Punctuation = "‘’“”„‚–—…«»•·°§©®™€£¿¡\u00a0´×½²³";

    /// <summary>Fewer letters of a foreign script say nothing: three odd bytes make a word in one code page or another.</summary>
    private const int FewestForeignLetters = 8;

    /// <param name="languages">The frequent letters of each language the encoding is used for; the best language counts.</param>
    public static double Score(string text, string[] languages)
    {
        var foreign = text.Count(c => c > '\u024F' && IsLetterOrMark(c));
        if (foreign is > 0 and < FewestForeignLetters) return 0;
        var all = string.Concat(languages);
        return languages.Max(language => Score(text, language, all));
    }

    private static double Score(string text, string language, string all)
    {
        double earned = 0;
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            count++;
            earned += Earned(text, i, language, all);
        }
        return count == 0 ? 0 : earned / count;
    }

    private static double Earned(string text, int i, string language, string all)
    {
        var c = text[i];
        char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.Length ? text[i + 1] : ' ';
        if (!IsLetterOrMark(c)) return Punctuation.Contains(c, StringComparison.Ordinal) && !(char.IsLetter(before) && char.IsLetter(after) && c != '’') ? 0.85 : 0;
        // "wOrd" is what a wrong code page makes of "word".
        if (char.IsUpper(c) && char.IsLower(before)) return 0;
        if (char.IsLetter(before) && !OneScript(before, c)) return 0;
        if (!char.IsLetter(before) && !char.IsLetter(after)) return 0.6; // "à", but also what is left of a sign
        if (Has(language, c)) return 1;
        return Has(all, c) ? 0.7 : 0.3;
    }

    private static bool Has(string letters, char c) =>
        letters.Contains(c, StringComparison.Ordinal) || letters.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal);

    private static bool IsLetterOrMark(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool OneScript(char a, char b) => Script(a) == Script(b);

    private static int Script(char c) => c switch
    {
        < '\u0250' => 0,
        < '\u0400' => 1,
        < '\u0530' => 2,
        < '\u0600' => 3,
        < '\u0700' => 4,
        _ => 5,
    };
}

namespace Tutor.Language;

/// <summary>Small repairs of spelling where words are taken out of their sentence.</summary>
public static class Spelling
{
    public static string Capital(string text) => text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Lower case at the front, unless the first word is an acronym or a name.</summary>
    public static string Small(string text, Func<string, bool> isName)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '\'' or '’'))
        {
            end++;
        }
        var word = text[..end];
        var stem = word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        return end == 0 || end == 1 && end < text.Length && text[end] == '.' || end > 1 && word[1..].Any(char.IsUpper) || isName(stem) ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    public static string WithArticle(string article, string term) => article.Length == 0 ? term : $"{(article is "a" or "an" ? Indefinite(term) : article)} {term}";

    /// <summary>"a" or "an" by the sound its spelling suggests.</summary>
    public static string Indefinite(string word)
    {
        var lower = word.ToLowerInvariant();
        if (StartsWithAny(lower, "uni", "use", "usu", "uti", "eu", "one", "ura", "ubi"))
        {
            return "a";
        }
        return StartsWithAny(lower, "hour", "honest", "honor", "honour", "heir") || "aeiou".Contains(lower[0], StringComparison.Ordinal) ? "an" : "a";
    }

    private static bool StartsWithAny(string text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}

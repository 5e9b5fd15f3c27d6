using System.Globalization;
using Tutor.Retrieval.Languages;

namespace Tutor.Web.Reading;

/// <summary>Which language a text is in, as HTML says it: screen readers pronounce by it, browsers hyphenate by it.</summary>
public static class LanguageTags
{
    /// <summary>So much of a text tells its language.</summary>
    private const int Enough = 4000;

    private static readonly Dictionary<string, string> s_tags = new(StringComparer.Ordinal)
    {
        ["arabic"] = "ar", ["armenian"] = "hy", ["basque"] = "eu", ["catalan"] = "ca", ["danish"] = "da", ["dutch"] = "nl", ["english"] = "en", ["finnish"] = "fi",
        ["french"] = "fr", ["german"] = "de", ["greek"] = "el", ["hindi"] = "hi", ["hungarian"] = "hu", ["indonesian"] = "id", ["irish"] = "ga", ["italian"] = "it",
        ["lithuanian"] = "lt", ["norwegian"] = "no", ["portuguese"] = "pt", ["romanian"] = "ro", ["russian"] = "ru", ["serbian"] = "sr", ["spanish"] = "es",
        ["swedish"] = "sv", ["tamil"] = "ta", ["turkish"] = "tr", ["yiddish"] = "yi",
    };

    /// <returns>BCP 47, or null where it cannot be told.</returns>
    public static string? Of(IEnumerable<string> texts)
    {
        var text = string.Join(' ', texts);
        return LanguageDetector.Of(text.Length > Enough ? text[..Enough] : text) is { } language ? s_tags.GetValueOrDefault(language) : null;
    }

    /// <summary>"auto" lets the browser decide by the first letter.</summary>
    public static string DirectionOf(string? tag) =>
        tag is null ? "auto" : CultureInfo.GetCultureInfo(tag).TextInfo.IsRightToLeft ? "rtl" : "ltr";
}

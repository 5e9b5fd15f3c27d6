using System.Globalization;

namespace Tutor.Web;

/// <param name="Value">As the API spells it.</param>
public sealed record ProfileOption(string Value, string Name, string Meaning);

/// <summary>The settings of a learner's profile in words.</summary>
public static class Profiles
{
    public static IReadOnlyList<ProfileOption> Details { get; } =
    [
        new("brief", "Brief", "What you must know, and no more"),
        new("standard", "Standard", "The facts with their reasons"),
        new("deep", "Deep", "Everything the material tells"),
    ];

    public static IReadOnlyList<ProfileOption> Styles { get; } =
    [
        new("prose", "Prose", "A text to read from top to bottom"),
        new("examples", "Examples first", "Each idea begins with a case of it"),
        new("outline", "Outline", "Points and terms at a glance"),
    ];

    private static readonly IReadOnlyList<string> s_languages = ["en", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR", "zh"];

    /// <summary>Languages by their own names, also the one a person has that is not in our list.</summary>
    public static IEnumerable<ProfileOption> LanguagesWith(string? own) =>
        (own is null || s_languages.Contains(own) ? s_languages : s_languages.Prepend(own)).Select(tag => new ProfileOption(tag, NameOf(tag), ""));

    private static string NameOf(string tag)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        return culture.NativeName.Length == 0 ? tag : char.ToUpper(culture.NativeName[0], culture) + culture.NativeName[1..];
    }
}

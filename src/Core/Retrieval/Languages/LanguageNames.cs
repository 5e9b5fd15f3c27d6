namespace Tutor.Retrieval.Languages;

/// <summary>Languages by the names PostgreSQL's dictionaries have: <c>german</c> is stemmed by <c>german_stem</c>.</summary>
public static class LanguageNames
{
    /// <summary>Also what is not known to be another: numbers, code, scripts that are read by pairs of characters.</summary>
    public const string English = "english";

    /// <summary>They write compounds in one word.</summary>
    private static readonly string[] s_compounding = ["danish", "dutch", "finnish", "german", "hungarian", "norwegian", "swedish"];

    /// <summary>Those of a course's chunks in a fixed order; a course without any is taken for an English one.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<string> languages) => languages.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } all ? all : [English];

    public static bool WritesCompoundsInOneWord(string language) => Array.IndexOf(s_compounding, language) >= 0;
}

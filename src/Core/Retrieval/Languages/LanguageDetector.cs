using System.Text;

namespace Tutor.Retrieval.Languages;

/// <summary>
/// Tells a text's language: by its script, and among those in Latin letters by the small words every sentence has. A word several languages
/// have counts for each of them in part.
/// </summary>
public static class LanguageDetector
{
    /// <summary>Less than one small word of its own proves nothing.</summary>
    private const double Least = 1;

    /// <summary>With so many even a part of a text is in a language of its own.</summary>
    private const double Certain = 6;

    /// <summary>The next likely language must be this much less likely. Neighbours (Danish, Norwegian) are stemmed much alike.</summary>
    private const double Clearly = 1.25;

    private static readonly (string Language, int From, int To)[] s_scripts =
    [
        ("greek", 0x0370, 0x03FF), ("russian", 0x0400, 0x04FF), ("armenian", 0x0530, 0x058F), ("arabic", 0x0600, 0x06FF), ("hindi", 0x0900, 0x097F), ("tamil", 0x0B80, 0x0BFF),
    ];

    /// <returns>Null where it cannot be told.</returns>
    public static string? Of(string text) => OfScript(text) ?? Of(Hits(Tokenizer.Words(text)));

    internal static string? Of(Dictionary<string, double> hits) => Best(hits, Least);

    /// <summary>Which of the languages a few words are in, where they say so.</summary>
    internal static string? Among(IReadOnlyCollection<string> languages, IEnumerable<Word> words) =>
        Best(Hits(words).Where(h => languages.Contains(h.Key)).ToDictionary(StringComparer.Ordinal), least: 0.1);

    /// <summary>Whether a text's small words speak for one language far more than for the other: a German quotation in an English chapter.</summary>
    internal static bool IsRather(Dictionary<string, double> hits, string language, string than) =>
        hits.GetValueOrDefault(language) >= Certain && hits.GetValueOrDefault(language) > 3 * hits.GetValueOrDefault(than);

    /// <summary>For each language how many of its small words occur.</summary>
    internal static Dictionary<string, double> Hits(IEnumerable<Word> words)
    {
        var hits = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            // Single letters are in every formula.
            if (word.Text.Length < 2 || !FunctionWords.Languages.TryGetValue(word.Lower, out var languages)) continue;
            foreach (var language in languages) hits[language] = hits.GetValueOrDefault(language) + 1.0 / languages.Length;
        }
        return hits;
    }

    private static string? Best(Dictionary<string, double> hits, double least)
    {
        if (hits.Count == 0) return null;
        var best = hits.OrderByDescending(h => h.Value).ThenBy(h => h.Key, StringComparer.Ordinal).Take(2).ToList();
        if (best[0].Value < least) return null;
        return best.Count == 1 || best[0].Value >= Clearly * best[1].Value ? best[0].Key : null;
    }

    /// <summary>The one language of those in its letters that is stemmed here; null for Latin letters and others.</summary>
    internal static string? OfScript(string text)
    {
        if (Ascii.IsValid(text)) return null;
        var counts = new int[s_scripts.Length];
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            for (var s = 0; s < s_scripts.Length; s++)
                if (c >= s_scripts[s].From && c <= s_scripts[s].To) counts[s]++;
        }
        var most = Array.IndexOf(counts, counts.Max());
        return 2 * counts[most] > letters ? s_scripts[most].Language : null;
    }
}

using System.Text.RegularExpressions;

namespace Tutor.Retrieval;

/// <summary>
/// An abbreviation as a text explains it: "rapid eye movement (REM)" or "REM (rapid eye movement)". Found as Schwartz and Hearst (2003) do: its
/// letters, from the last to the first, stand in the words beside the brackets, the first at the beginning of a word.
/// </summary>
public sealed partial record Abbreviation(string Brief, string Full)
{
    private const int MostLetters = 10;

    /// <summary>As stored: short and long form in turn.</summary>
    internal static IReadOnlyList<Abbreviation> Of(string[] forms) => forms.Length == 0 ? [] : [.. forms.Chunk(2).Select(f => new Abbreviation(f[0], f[1]))];

    public static IReadOnlyList<Abbreviation> In(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal)) return [];
        var found = new List<Abbreviation>();
        foreach (var match in Brackets().Matches(text).AsEnumerable())
        {
            var (inside, before) = (match.Groups["inside"].Value, text[..match.Index]);
            if (IsShort(inside)) Add(inside, LastWords(before, Math.Min(inside.Length + 5, 2 * inside.Length)));
            else if (LastWords(before, 1) is { Length: > 0 } name && IsShort(name) && inside.Count(c => c == ' ') is > 0 and < MostLetters) Add(name, inside);
        }
        return [.. found.Distinct()];

        void Add(string name, string words)
        {
            if (LongForm(name, words) is { } full) found.Add(new Abbreviation(name, full));
        }
    }

    /// <summary>Two to ten letters and digits, at least two of them capitals, no lower-case word.</summary>
    private static bool IsShort(string text) =>
        text.Length is >= 2 and <= MostLetters && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c == '-')
        && text.Count(char.IsUpper) is >= 2 and var capitals && 2 * capitals > text.Length;

    private static string LastWords(string text, int count)
    {
        var start = text.Length;
        for (var words = 0; words < count && start > 0; words++)
        {
            var end = start;
            while (end > 0 && text[end - 1] == ' ') end--;
            start = end;
            while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
            if (start == end || (words > 0 && text[end - 1] is '.' or ';' or ':' or '!' or '?' or ')')) return text[end..].Trim();
        }
        return text[start..].Trim();
    }

    private static string? LongForm(string name, string words)
    {
        var at = words.Length;
        for (var letter = name.Length - 1; letter >= 0; letter--)
        {
            if (name[letter] == '-') continue;
            do at--;
            while (at >= 0 && (char.ToLowerInvariant(words[at]) != char.ToLowerInvariant(name[letter]) || (letter == 0 && at > 0 && char.IsLetterOrDigit(words[at - 1]))));
            if (at < 0) return null;
        }
        var full = words[at..].Trim().TrimEnd(',');
        return full.Length > name.Length && full.Contains(' ', StringComparison.Ordinal) ? full : null;
    }

    [GeneratedRegex(@"\s\((?<inside>[^()]{2,100})\)")]
    private static partial Regex Brackets();
}

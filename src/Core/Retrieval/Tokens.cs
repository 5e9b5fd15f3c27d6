using System.Text;

namespace Tutor.Retrieval;

/// <param name="Text">A word with its hyphens (self-esteem), an abbreviation without its stops (US for U.S.), a number, or a run of characters of a script without spaces.</param>
internal readonly record struct Token(string Text, bool IsCjk);

/// <summary>Finds the words of a folded text.</summary>
internal static class Tokens
{
    /// <summary>French and Italian articles before an apostrophe; what follows is the word.</summary>
    private static readonly HashSet<string> s_elided = new(StringComparer.OrdinalIgnoreCase) { "l", "d", "j", "m", "t", "s", "n", "c", "qu", "dell", "all", "un" };

    public static IEnumerable<Token> Of(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        for (int i = 0, at = 0; i < runes.Length;)
        {
            var (end, start) = (EndOfWord(runes, i), at);
            if (end == i)
            {
                at += runes[i++].Utf16SequenceLength;
                continue;
            }
            var isCjk = Cjk.Contains(runes[i]);
            while (i < end) at += runes[i++].Utf16SequenceLength;
            var word = isCjk ? text[start..at] : Clean(text[start..at]);
            if (word.Length > 0) yield return new Token(word, isCjk);
        }
    }

    private static int EndOfWord(Rune[] runes, int start)
    {
        if (!IsWordRune(runes[start])) return start;
        var isCjk = Cjk.Contains(runes[start]);
        var end = start + 1;
        while (end < runes.Length && Cjk.Contains(runes[end]) == isCjk && (IsWordRune(runes[end]) || (!isCjk && JoinsWord(runes, end)))) end++;
        return end;
    }

    private static bool IsWordRune(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Apostrophes and hyphens between letters, stops and commas between digits, stops between the single letters of an abbreviation.</summary>
    private static bool JoinsWord(Rune[] runes, int i)
    {
        if (i == 0 || i + 1 >= runes.Length || !IsWordRune(runes[i - 1]) || !IsWordRune(runes[i + 1])) return false;
        return runes[i].Value switch
        {
            '\'' => Rune.IsLetter(runes[i - 1]) && Rune.IsLetter(runes[i + 1]),
            '-' => !Cjk.Contains(runes[i + 1]),
            ',' => Rune.IsDigit(runes[i - 1]) && Rune.IsDigit(runes[i + 1]),
            '.' => (Rune.IsDigit(runes[i - 1]) && Rune.IsDigit(runes[i + 1])) || IsLoneLetter(runes, i - 1, before: true) && IsLoneLetter(runes, i + 1, before: false),
            _ => false,
        };
    }

    /// <summary>A letter with another stop or the word's edge on its far side.</summary>
    private static bool IsLoneLetter(Rune[] runes, int i, bool before)
    {
        var beyond = before ? i - 1 : i + 1;
        return Rune.IsLetter(runes[i]) && (beyond < 0 || beyond >= runes.Length || !IsWordRune(runes[beyond]));
    }

    private static string Clean(string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe > 0)
        {
            if (word.EndsWith("'s", StringComparison.OrdinalIgnoreCase)) word = word[..^2];
            else if (s_elided.Contains(word[..apostrophe]) && word.Length - apostrophe > 3) word = word[(apostrophe + 1)..];
            word = word.Replace("'", "", StringComparison.Ordinal);
        }
        word = word.Replace(",", "", StringComparison.Ordinal);
        return word.Length > 0 && char.IsDigit(word[0]) ? word : word.Replace(".", "", StringComparison.Ordinal);
    }
}

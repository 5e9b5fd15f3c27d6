namespace Tutor.Language;

/// <summary>
/// Cuts a text into words, numbers and marks. Hyphens and apostrophes inside a word belong to it; a genitive’s ending, a dash, a bracket and each other mark is a token of its own.
/// </summary>
public static class Tokenizer
{
    /// <param name="offset">Added to every start.</param>
    public static IReadOnlyList<Word> Words(ReadOnlySpan<char> text, int offset = 0)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var length = char.IsLetterOrDigit(text[i]) || IsMoney(text, i) ? WordLength(text[i..]) : GenitiveLength(text, i);
            words.Add(new Word(text.Slice(i, length).ToString(), offset + i));
            i += length;
        }
        return words;
    }

    private static bool IsMoney(ReadOnlySpan<char> text, int i) => text[i] is '$' or '€' or '£' && i + 1 < text.Length && char.IsDigit(text[i + 1]);

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsCombining(text[end]) || IsInside(text, end)))
        {
            end++;
        }
        return end < text.Length && text[end] == '%' ? end + 1 : end;
    }

    private static bool IsCombining(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>"well-being", "don’t", "1,200", "3.5", "U.S.", "e.g."; not "dog’s".</summary>
    private static bool IsInside(ReadOnlySpan<char> text, int i)
    {
        if (i + 1 >= text.Length)
        {
            return text[i] == '.' && i >= 3 && text[i - 2] == '.';
        }
        var (before, after) = (text[i - 1], text[i + 1]);
        return text[i] switch
        {
            '-' or '‐' or '‑' => char.IsLetterOrDigit(after),
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after) && !IsGenitive(text, i),
            ',' => char.IsDigit(before) && char.IsDigit(after) && i + 3 < text.Length && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3]),
            '.' => char.IsDigit(before) && char.IsDigit(after) || IsAbbreviation(text, i),
            '/' => char.IsLetterOrDigit(after) && char.IsLetterOrDigit(before),
            _ => false,
        };
    }

    private static bool IsGenitive(ReadOnlySpan<char> text, int i) => text[i + 1] is 's' or 'S' && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2]));

    /// <summary>A dot between or after single letters.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> text, int i)
    {
        var lone = char.IsLetter(text[i - 1]) && (i == 1 || text[i - 2] == '.');
        return lone && (char.IsLetter(text[i + 1]) && (i + 2 >= text.Length || !char.IsLetter(text[i + 2])) || i > 1);
    }

    private static int GenitiveLength(ReadOnlySpan<char> text, int i) =>
        text[i] is '\'' or '’' && i > 0 && char.IsLetterOrDigit(text[i - 1]) && i + 1 < text.Length && text[i + 1] is 's' && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2])) ? 2
            : char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
}

using System.Text;

namespace Tutor.Retrieval;

/// <summary>How long a text is, in words of English: the unit of chunk sizes and reading times.</summary>
public static class WordCount
{
    /// <summary>Two characters of Chinese or Japanese say about as much as one English word.</summary>
    private const int CjkCharactersPerWord = 2;

    /// <summary>A run of this many characters without a space (an address, encoded data) counts as a word more, so that nothing grows without limit.</summary>
    private const int LongestWord = 30;

    public static int Of(ReadOnlySpan<char> text)
    {
        int words = 0, length = 0, cjk = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                words += OfToken(length, cjk);
                length = cjk = 0;
            }
            else
            {
                length++;
                if (Cjk.Contains(rune)) cjk++;
            }
        }
        return words + OfToken(length, cjk);
    }

    private static int OfToken(int length, int cjk) =>
        length == 0 ? 0 : Math.Max(1, Math.Max((cjk + 1) / CjkCharactersPerWord, length / LongestWord));
}

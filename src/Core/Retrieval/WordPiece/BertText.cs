using System.Globalization;
using System.Text;

namespace Tutor.Retrieval.WordPiece;

/// <summary>What a BERT tokenizer does to text before it looks words up (Devlin et al. 2019, <c>BasicTokenizer</c>).</summary>
/// <param name="CleanText">Drops control characters; every white space becomes a blank.</param>
/// <param name="SplitChinese">Every Chinese character is a word.</param>
/// <param name="StripAccents">Null: where it is lower-cased.</param>
public sealed record BertText(bool CleanText = true, bool SplitChinese = true, bool? StripAccents = null, bool Lowercase = true)
{
    public string Normalise(string text)
    {
        var result = Clean(text);
        if (StripAccents ?? Lowercase) result = WithoutMarks(result);
        return Lowercase ? Lower(result) : result;
    }

    /// <summary>Words, and each sign of punctuation for itself.</summary>
    public static IEnumerable<Range> Words(string normalised)
    {
        var start = -1;
        for (var i = 0; i < normalised.Length;)
        {
            Rune.DecodeFromUtf16(normalised.AsSpan(i), out var rune, out var length);
            if (IsSpace(rune) || IsPunctuation(rune))
            {
                if (start >= 0) yield return start..i;
                if (!IsSpace(rune)) yield return i..(i + length);
                start = -1;
            }
            else if (start < 0)
            {
                start = i;
            }
            i += length;
        }
        if (start >= 0) yield return start..normalised.Length;
    }

    private string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        // Half a surrogate pair comes out as the replacement character, which is dropped: it could not be decomposed.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) continue;
            if (CleanText && IsControl(rune)) continue;
            if (CleanText && IsSpace(rune)) result.Append(' ');
            else if (SplitChinese && IsChinese(rune.Value)) result.Append(' ').Append(rune).Append(' ');
            else result.Append(rune);
        }
        return result.ToString();
    }

    private static string WithoutMarks(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                result.Append(rune);
        return result.ToString();
    }

    // Each character for itself: in a Greek word's last place Σ becomes σ as everywhere.
    private static string Lower(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) result.Append(Rune.ToLowerInvariant(rune));
        return result.ToString();
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    private static bool IsControl(Rune rune) => rune.Value is not ('\t' or '\n' or '\r') && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    /// <summary>Also the signs of ASCII that Unicode does not call punctuation: <c>$ + &lt; = &gt; ^ ` | ~</c>.</summary>
    private static bool IsPunctuation(Rune rune) =>
        rune.Value is (>= 33 and <= 47) or (>= 58 and <= 64) or (>= 91 and <= 96) or (>= 123 and <= 126) || Rune.IsPunctuation(rune);

    /// <summary>The blocks of unified ideographs; neither kana nor hangul.</summary>
    private static bool IsChinese(int c) => c
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}

using System.Globalization;
using System.Text;

namespace Tutor.Parsing.Pdf;

/// <summary>Characters as a reader expects them: no controls, no invisible ones, ligatures and presentation forms resolved, NFC.</summary>
internal static class PdfText
{
    public static string Clean(string text)
    {
        if (IsPlain(text)) return text.Trim(' ');
        // Poppler hands the letters of a right-to-left word from left to right; a ligature is one letter until it is resolved.
        if (IsRightToLeft(text)) text = Reverse(text);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPresentationForm(rune.Value)) clean.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (rune.Value == 0xAD) clean.Append('\u00AD'); // a soft hyphen matters at a line's end
            else if (!IsInvisible(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString().Normalize(NormalizationForm.FormC).Trim(' ');
    }

    /// <summary>Characters that no reader sees and that could carry hidden instructions: zero-width, bidi controls, tags.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => rune.Value is >= 0xE0000 and <= 0xE0FFF || rune.Value is 0xFFFD or 0x115F or 0x1160 or 0x3164 or 0xFFA0 || rune.Value is >= 0xFE00 and <= 0xFE0F,
    };

    /// <summary>Whether a text holds characters that were put there to be unseen (plain controls come from broken fonts).</summary>
    public static bool HasHidden(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is >= 0xE0000 and <= 0xE007F or >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F or 0xFEFF) return true;
        return false;
    }

    public static bool IsRightToLeft(string text)
    {
        int right = 0, letters = 0;
        foreach (var c in text)
        {
            if (c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') right++;
            if (char.IsLetter(c)) letters++;
        }
        return right > 0 && right * 2 >= letters;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or > '~' and not ('’' or '‘' or '“' or '”' or '–' or '—' or '•' or '…' or 'é')) return false;
        return true;
    }

    private static bool IsPresentationForm(int c) => c is >= 0xFB00 and <= 0xFDFF or >= 0xFE70 and < 0xFEFF;

    private static string Reverse(string text)
    {
        var elements = new List<string>();
        for (var e = StringInfo.GetTextElementEnumerator(text); e.MoveNext();) elements.Add(e.GetTextElement());
        elements.Reverse();
        return string.Concat(elements);
    }
}

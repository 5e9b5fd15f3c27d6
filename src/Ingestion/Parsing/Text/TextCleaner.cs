using System.Buffers;
using System.Globalization;
using System.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Text;

/// <summary>
/// Makes the text of any format safe to store, show and put before a model: invisible characters go (instructions hide in them), line ends become
/// <c>\n</c>, ligatures are spelt out, everything is in normalisation form C. One instance serves one file and counts what it removed.
/// </summary>
public sealed class TextCleaner
{
    /// <summary>Unicode's stream-safe format: real text never stacks more marks on a letter, and sorting endless runs is slow.</summary>
    private const int MostMarksInARow = 30;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Append('\n').Append('\t').Concat(Enumerable.Range(0xA0, 0x2FF - 0xA0 + 1))
            .Concat("‐‒–—‘’“”•…′″€™→−×".Select(c => (int)c)).Where(c => c != 0xAD).Select(c => (char)c)]);

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>Invisible characters removed so far that can carry hidden text.</summary>
    public int Removed { get; private set; }

    /// <summary>Null where nothing invisible was found.</summary>
    public ParseNote? Note => Removed == 0
        ? null
        : new ParseNote("invisible-characters", string.Create(CultureInfo.InvariantCulture,
            $"{Removed} invisible characters were removed. They can hide text from readers; compare the text view with your file if you did not expect any."));

    public string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Plain);
        if (first < 0) return text;

        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        var marks = 0;
        for (var i = first; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != OperationStatus.Done) rune = Rune.ReplacementChar;
            marks = rune.Value >= 0x300 && IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarksInARow) Append(clean, text, i, length, rune);
            i += length;
        }
        var result = clean.ToString();
        return result.IsNormalized(NormalizationForm.FormC) ? result : result.Normalize(NormalizationForm.FormC);
    }

    private void Append(StringBuilder clean, string text, int i, int length, Rune rune)
    {
        switch (rune.Value)
        {
            case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
            case 0xAD or (>= 0xFFF9 and <= 0xFFFB):
            case 0xFEFF when i == 0:
                break;
            case '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029:
                clean.Append('\n');
                break;
            case >= 0xFB00 and <= 0xFB06:
                clean.Append(Ligatures[rune.Value - 0xFB00]);
                break;
            case 0xF0B7 or 0xF0A7: // bullets of the Symbol and Wingdings fonts
                clean.Append('•');
                break;
            case 0x200C or 0x200D when JoinsLetters(text, i):
                clean.Append(text, i, length);
                break;
            case >= 0xFE00 and <= 0xFE0F or (>= 0xE0100 and <= 0xE01EF): // one selects a glyph, a run of them spells a message
                if (i > 0 && IsSelector(text, i)) Removed++;
                break;
            case var c when IsInvisible(c):
                Removed++;
                break;
            case var c when c is '\n' or '\t' || (!Rune.IsControl(rune) && !IsNonCharacter(c)):
                clean.Append(rune.ToString());
                break;
        }
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInvisible(int c) => c
        is (>= 0xE0000 and <= 0xE007F)              // tags
        or (>= 0x200B and <= 0x200F) or 0x61C       // zero width, direction marks
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0xFEFF or 0x180E or 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    private static bool IsNonCharacter(int c) => (c & 0xFFFE) == 0xFFFE || c is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsSelector(string text, int i) =>
        text[i - 1] is >= '\uFE00' and <= '\uFE0F' || (text[i - 1] is >= '\uDD00' and <= '\uDDEF' && i > 1 && text[i - 2] == '\uDB40');

    /// <summary>Persian and the scripts of India spell with joiners, emoji sequences are glued by them; elsewhere they only hide.</summary>
    private static bool JoinsLetters(string text, int i) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, i), out var before, out _) == OperationStatus.Done && Joins(before.Value)
        && Rune.DecodeFromUtf16(text.AsSpan(i + 1), out var after, out _) == OperationStatus.Done && (Joins(after.Value) || Rune.IsWhiteSpace(after));

    private static bool Joins(int c) => c is (>= 0x600 and <= 0x8FF) or (>= 0x900 and <= 0xDFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x18AF)
        or 0xFE0F or (>= 0x2600 and <= 0x27BF) or (>= 0x1F000 and <= 0x1FAFF);
}

using System.Text;

namespace Tutor.Retrieval;

/// <summary>Scripts written without spaces between words: Chinese, Japanese; Korean and Thai are close enough to be treated alike.</summary>
public static class Cjk
{
    public static bool Contains(Rune rune) => rune.Value switch
    {
        < 0x0E00 => false,
        <= 0x0E7F => true, // Thai
        < 0x3040 => false,
        <= 0x30FF => true, // Hiragana, Katakana
        < 0x3400 => false,
        <= 0x4DBF or (>= 0x4E00 and <= 0x9FFF) => true, // Han
        >= 0xAC00 and <= 0xD7AF => true, // Hangul
        >= 0xF900 and <= 0xFAFF => true, // Han, compatibility
        >= 0x20000 and <= 0x3FFFF => true, // Han, extensions
        _ => false,
    };
}

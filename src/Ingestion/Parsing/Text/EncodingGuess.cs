using System.Globalization;
using System.Text;

namespace Tutor.Parsing.Text;

/// <summary>
/// Which of the encodings in use before UTF-8 makes the most plausible text of some bytes. Plausible: no undefined bytes or control codes, words of one
/// script, letters that are frequent in the languages the encoding was made for, capitals where capitals belong.
/// </summary>
internal static class EncodingGuess
{
    /// <summary>Letters beyond ASCII, language by language, that carry its text; a wrong reading lands on rare letters or mixes languages.</summary>
    private static readonly string[] Western = ["éèàçêâîôûëïùœ", "äöüß", "áéíóúñü", "áéíóúãõçâêôà", "àèéìòù", "æøåäöé", "áéíóúýþðæö", "ëïéèöü"],
        Central = ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíľĺňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "äöüß"],
        Turkish = ["çğıöşüâîİ"], Baltic = ["āčēģīķļņšūž", "ąčęėįšųūž", "äöõüšž"], Cyrillic = ["оеаинтсрвлкмдпуяызьбгчй", "оаеинтврсілкдмупзябьгї"],
        Greek = ["αοιετσνηυρπκμλωςάέήίόύώδγ"], Hebrew = ["יוהלאמרתבשנדכחעקםפגטןצזסך"], Arabic = ["اليمنوترببعدسهفكقحجةأشصى"],
        Thai = ["านรอกเงมยลวดทสตะปบคหแจพชขใไโผ่้ิีืุูัา็์ำ"], EastAsian = [];

    private static readonly (string Name, string[] Languages)[] Candidates =
    [
        ("windows-1252", Western), ("windows-1250", Central), ("iso-8859-2", Central), ("windows-1254", Turkish), ("windows-1257", Baltic), ("macintosh", Western), ("ibm850", Western),
        ("windows-1251", Cyrillic), ("koi8-r", Cyrillic), ("ibm866", Cyrillic), ("iso-8859-5", Cyrillic),
        ("windows-1253", Greek), ("iso-8859-7", Greek), ("windows-1255", Hebrew), ("windows-1256", Arabic), ("windows-874", Thai),
        ("euc-jp", EastAsian), ("shift_jis", EastAsian), ("iso-2022-jp", EastAsian), ("gb18030", EastAsian), ("big5", EastAsian), ("euc-kr", EastAsian),
    ];

    /// <summary>Below this share of plausible characters a reading is not offered at all.</summary>
    private const double Enough = 0.8;

    /// <summary>A reading must beat every different reading by this much; else nobody can tell and the file is refused.</summary>
    private const double Margin = 0.03;

    private const int Sample = 64 * 1024;

    public static DecodedText? Best(ReadOnlySpan<byte> bytes)
    {
        var readings = new List<(string Name, string Text, double Score)>();
        foreach (var (name, languages) in Candidates)
        {
            if (TextDecoder.Named(name) is not { } encoding || TextDecoder.Strictly(encoding, bytes) is not { } text) continue;
            var sample = text.Length > Sample ? text[..Sample] : text;
            if (IsSound(sample)) readings.Add((name, text, languages.Length > 0 ? LetterPlausibility.Score(sample, languages) : EastAsianPlausibility.Score(sample, name)));
        }
        var ranked = readings.OrderByDescending(r => r.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Enough) return null;
        var rival = ranked.Skip(1).FirstOrDefault(r => r.Text != ranked[0].Text);
        return rival.Text is null || rival.Score <= ranked[0].Score - Margin ? new DecodedText(ranked[0].Text, ranked[0].Name, Guessed: true) : null;
    }

    private static bool IsSound(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)) || rune.Value == 0x85) return false;
        }
        return true;
    }
}

namespace Tutor.Parsing.Text;

/// <summary>
/// How plausible a reading in a multi-byte encoding is. Their national standards put the everyday characters first, so the encoding's own order tells
/// common from rare (JIS X 0208 level 1, GB 2312 level 1, Big5 level 1, KS X 1001 Hangul); Japanese is told by its kana.
/// </summary>
internal static class EastAsianPlausibility
{
    public static double Score(string text, string name)
    {
        var order = TextDecoder.Named(name switch { "gb18030" => "gb2312", "shift_jis" or "iso-2022-jp" => "euc-jp", _ => name });
        double earned = 0;
        int count = 0, kana = 0, ideographs = 0, spaces = text.Count(c => c == ' ');
        foreach (var c in text)
        {
            if (c < 0x80) continue;
            count++;
            if (c is >= '\u3040' and <= '\u30FF') kana++;
            if (c is >= '\u4E00' and <= '\u9FFF') ideographs++;
            earned += Earned(c, name, order);
        }
        if (count == 0) return 0;
        var japanese = name is "euc-jp" or "shift_jis" or "iso-2022-jp";
        // Japanese prose is a third kana at the least; other languages have none.
        if (japanese && kana < (kana + ideographs) / 10) return 0;
        if (!japanese && kana > count / 20) return 0;
        // Korean parts its words by spaces, Chinese does not; nearly every byte pair of one is an everyday character of the other.
        var spaced = spaces > count / 8;
        return !japanese && spaced != (name == "euc-kr") ? earned / count / 2 : earned / count;
    }

    private static double Earned(char c, string name, System.Text.Encoding? order)
    {
        if (c is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF5E') or '…' or '—' or '“' or '”' or '‘' or '’' or '·') return 1;
        if (c is >= '\uFF61' and <= '\uFF9F') return 0.2; // half-width kana are what other bytes look like in Shift_JIS
        if (c is >= '\u3040' and <= '\u30FF') return 1;
        if (c is >= '\uAC00' and <= '\uD7A3') return name == "euc-kr" ? 1 : 0;
        if (c is < '\u4E00' or > '\u9FFF' || name == "euc-kr") return 0.2;
        return order is not null && First(order, c) is var lead && (name switch
        {
            "big5" => lead is >= 0xA4 and <= 0xC6,
            "gb18030" => lead is >= 0xB0 and <= 0xD7,
            _ => lead is >= 0xB0 and <= 0xCF,
        }) ? 1 : 0.3;
    }

    private static byte First(System.Text.Encoding encoding, char c)
    {
        try
        {
            return encoding.GetBytes([c])[0];
        }
        catch (System.Text.EncoderFallbackException)
        {
            return 0; // not in the everyday standard: rare
        }
    }
}

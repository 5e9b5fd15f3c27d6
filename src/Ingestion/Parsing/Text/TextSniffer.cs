using System.Text;

namespace Tutor.Parsing.Text;

/// <summary>Tells text from other bytes without decoding them.</summary>
public static class TextSniffer
{
    private const int Sample = 64 * 1024;

    /// <summary>UTF-16 without a byte order mark: every second byte is mostly zero, the others hardly ever.</summary>
    public static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        if (bytes.Length < 8) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }
        var pairs = bytes.Length / 2;
        if (odd > pairs / 2 && even < pairs / 50 + 1) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        if (even > pairs / 2 && odd < pairs / 50 + 1) return new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
        return null;
    }

    /// <summary>More than one byte in fifty is a control code no text uses. Bytes of UTF-16 and UTF-32 count as binary here.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Sample)];
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not (9 or 10 or 11 or 12 or 13 or 0x1B)) controls++;
        }
        return controls > bytes.Length / 50;
    }

    public static bool HasMark(ReadOnlySpan<byte> bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..];

    /// <summary>Whether a text parser will be able to make letters of the file's first bytes.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> bytes) => HasMark(bytes) || Utf16(bytes) is not null || !LooksBinary(bytes);
}

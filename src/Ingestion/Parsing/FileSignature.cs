namespace Tutor.Parsing;

/// <summary>What a file is by its first bytes, in words for a message.</summary>
public static class FileSignature
{
    public const string Pdf = "a PDF document", Zip = "a ZIP archive or Office document", Ole = "an Office document of the old kind";

    private static readonly (byte[] Start, string Kind)[] Known =
    [
        ("%PDF-"u8.ToArray(), Pdf), ("PK\u0003\u0004"u8.ToArray(), Zip), ("PK\u0005\u0006"u8.ToArray(), Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Ole),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ("GIF87a"u8.ToArray(), "a GIF picture"), ("GIF89a"u8.ToArray(), "a GIF picture"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"), ([0x1F, 0x8B], "a gzip archive"), ("Rar!\u001a"u8.ToArray(), "a RAR archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive"), ([.. "ID3"u8, 3], "a sound file"), ([.. "ID3"u8, 4], "a sound file"), ("{\\rtf"u8.ToArray(), "a Rich Text document"),
        ("%!PS-Adobe"u8.ToArray(), "a PostScript document"),
    ];

    /// <summary>Null for text and for what nobody here knows.</summary>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (start, kind) in Known)
        {
            if (head.StartsWith(start)) return kind;
        }
        if (head.StartsWith("MZ"u8) && head.IndexOf((byte)0) >= 0) return "a program";
        return head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) ? "a video" : null;
    }

    public static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var tag = bytes.IndexOf((byte)'<');
        return tag >= 0 && tag + 1 < bytes.Length && (char.IsAsciiLetter((char)bytes[tag + 1]) || bytes[tag + 1] == '!');
    }
}

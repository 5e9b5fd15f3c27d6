using System.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Text;

/// <param name="Encoding">Name as registered with IANA.</param>
/// <param name="Guessed">Nothing in the file says so; a person should look.</param>
public sealed record DecodedText(string Text, string Encoding, bool Guessed)
{
    public ParseNote? Note => Guessed
        ? new ParseNote("encoding-guessed", $"The file does not say how its letters are encoded; it was read as {Encoding}. If letters look wrong, save the file as UTF-8 and upload it again.")
        : null;
}

/// <summary>Bytes to text: byte order mark, then strict UTF-8, then what the file declares, then a plausible guess that is reported, else a refusal; never wrong letters in silence.</summary>
public static class TextDecoder
{
    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declared">The encoding the file names itself, as an HTML page does.</param>
    /// <exception cref="SourceRefusedException">No encoding gives plausible text, or the bytes are no text.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (ByMark(bytes) is { } marked) return marked;
        if (TextSniffer.Utf16(bytes) is { } wide) return new DecodedText(wide.GetString(bytes), wide.WebName, Guessed: true);
        if (TextSniffer.LooksBinary(bytes)) throw new SourceRefusedException(FileFailures.NotText);

        var escaped = bytes.IndexOf("\u001b$"u8) >= 0; // ISO-2022-JP is pure ASCII to a UTF-8 reader
        if (!escaped && Strictly(new UTF8Encoding(false, true), bytes) is { } utf8) return new DecodedText(utf8, "utf-8", Guessed: false);
        if (declared is not null && Named(declared) is { } named && Strictly(named, bytes) is { } text) return new DecodedText(text, named.WebName, Guessed: false);
        return EncodingGuess.Best(bytes) ?? throw new SourceRefusedException(FileFailures.UnknownEncoding);
    }

    internal static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null; // the usual answer to "is this that encoding?"
        }
    }

    internal static Encoding? Named(string name)
    {
        // Pages that say Latin-1 or ASCII mean Windows-1252, as every browser reads them (WHATWG Encoding, "names and labels").
        name = name.Trim().ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name.Trim();
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null; // a name nobody knows is no declaration
        }
    }

    private static DecodedText? ByMark(ReadOnlySpan<byte> bytes)
    {
        Encoding? encoding = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true, true),
            [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(false, true, true),
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(true, true, true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true),
            _ => null,
        };
        return encoding is not null && Strictly(encoding, bytes[encoding.Preamble.Length..]) is { } text
            ? new DecodedText(text, encoding.WebName, Guessed: false)
            : null;
    }
}

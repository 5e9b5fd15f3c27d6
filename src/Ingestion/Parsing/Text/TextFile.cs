using Tutor.Sources;

namespace Tutor.Parsing.Text;

/// <summary>Reads an uploaded text file whole.</summary>
public static class TextFile
{
    /// <summary>At four bytes a character, the most any encoding takes.</summary>
    private const long MostBytes = 4L * Blocks.MostCharacters;

    /// <param name="declared">Finds the encoding the file names itself in its first bytes.</param>
    /// <exception cref="SourceRefusedException">Empty, too long, or not to be decoded.</exception>
    public static async Task<DecodedText> ReadAsync(string path, CancellationToken ct, Func<byte[], string?>? declared = null)
    {
        var length = new FileInfo(path).Length;
        if (length == 0) throw new SourceRefusedException(FileFailures.Empty);
        if (length > MostBytes) throw new SourceRefusedException(FileFailures.TooMuchText);
        var bytes = await File.ReadAllBytesAsync(path, ct);
        return TextDecoder.Decode(bytes, declared?.Invoke(bytes));
    }
}

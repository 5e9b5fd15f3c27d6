using System.IO.Compression;
using Tutor.Sources;

namespace Tutor.Parsing.Office;

/// <summary>Checks the outside of an Office file: the directory of its ZIP archive, before any part is unpacked.</summary>
public static class OfficeContainer
{
    /// <summary>The largest real deck among 361 files of the POI and Tika suites has under 2,000 parts.</summary>
    private const int MostParts = 20_000;

    /// <summary>XML is read whole into memory, at about eight times its size; a 1,000-page book has 15 MB.</summary>
    public const long MostXmlBytes = 64L * 1024 * 1024;

    private const long MostXmlBytesTogether = 256L * 1024 * 1024;

    private const long MostBytesTogether = 2L * 1024 * 1024 * 1024;

    /// <summary>Word's own XML packs 1:20, now and then 1:60; the format allows 1:1,030.</summary>
    private const long MostRatio = 200, RatioMattersFrom = 16L * 1024 * 1024;

    /// <summary>Password-protected Office files are an old-style container with a stream of this name.</summary>
    private static readonly byte[] Encrypted = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Null is good.</summary>
    public static Failure? Check(Stream file, string extension)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return CheckSizes(zip, file.Length) ?? CheckKind(zip, extension);
        }
        catch (InvalidDataException)
        {
            return FileFailures.Damaged;
        }
    }

    public static bool IsEncrypted(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[1 << 20];
        for (var kept = 0; ;)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(Encrypted) >= 0) return true;
            if (read == 0 || filled.Length < Encrypted.Length) return false;
            kept = Encrypted.Length - 1;
            filled[^kept..].CopyTo(buffer);
        }
    }

    private static Failure? CheckSizes(ZipArchive zip, long packed)
    {
        if (zip.Entries.Count > MostParts) return FileFailures.TooBigUnpacked;
        long all = 0, xml = 0;
        foreach (var part in zip.Entries)
        {
            if (LeavesFolder(part.FullName)) return FileFailures.Damaged;
            all += part.Length;
            if (IsMedia(part.Name)) continue; // any other part may be declared to be XML
            xml += part.Length;
            if (part.Length > MostXmlBytes) return FileFailures.TooBigUnpacked;
        }
        var bomb = all > RatioMattersFrom && all / MostRatio > packed;
        return bomb || xml > MostXmlBytesTogether || all > MostBytesTogether ? FileFailures.TooBigUnpacked : null;
    }

    private static bool IsMedia(string name) => Path.GetExtension(name).ToLowerInvariant()
        is ".png" or ".jpg" or ".jpeg" or ".gif" or ".bmp" or ".tif" or ".tiff" or ".emf" or ".wmf" or ".wdp" or ".mp3" or ".mp4" or ".m4a" or ".m4v"
        or ".wav" or ".avi" or ".mov" or ".wmv" or ".bin" or ".odttf" or ".fntdata";

    private static bool LeavesFolder(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || name.Contains(':', StringComparison.Ordinal) || name.Split('/', '\\').Contains("..");

    private static Failure? CheckKind(ZipArchive zip, string extension)
    {
        if (zip.GetEntry("[Content_Types].xml") is null) return FileFailures.WrongType(extension, FileSignature.Zip);
        var kind = zip.Entries.Select(e => KindOf(e.FullName)).FirstOrDefault(k => k is not null);
        if (kind is null) return FileFailures.WrongType(extension, FileSignature.Zip);
        return kind == extension ? null : FileFailures.WrongType(extension, kind switch
        {
            ".docx" => "a Word document",
            ".pptx" => "a PowerPoint presentation",
            _ => "an Excel workbook",
        });
    }

    private static string? KindOf(string part) => part.Split('/', '\\')[0].ToUpperInvariant() switch
    {
        "WORD" => ".docx",
        "PPT" => ".pptx",
        "XL" => ".xlsx",
        _ => null,
    };
}

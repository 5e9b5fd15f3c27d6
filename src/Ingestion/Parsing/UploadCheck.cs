using Tutor.Parsing.Office;
using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>Whether a file is what its name says and within the limits, told from its first bytes before anything parses it.</summary>
public static class UploadCheck
{
    /// <summary>Bytes before the header that PDF readers allow.</summary>
    private const int PdfHeaderWithin = 1024;

    private const string Word = "Word document (.docx)", PowerPoint = "PowerPoint presentation (.pptx)";

    public static IReadOnlyList<string> Extensions { get; } = [".pdf", ".docx", ".pptx", ".md", ".markdown", ".html", ".htm", ".txt", ".vtt", ".srt"];

    /// <summary>Lower case, with the dot; empty where the name has none.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name.TrimEnd()).ToLowerInvariant();

    /// <summary>What can be said before a byte has arrived; null is good.</summary>
    public static Failure? CheckName(string name) => ExtensionOf(name) switch
    {
        var known when Extensions.Contains(known) => null,
        ".doc" or ".dot" => FileFailures.OldFormat(ExtensionOf(name), Word),
        ".ppt" or ".pps" => FileFailures.OldFormat(ExtensionOf(name), PowerPoint),
        ".rtf" or ".odt" or ".pages" or ".docm" => FileFailures.SaveAs(ExtensionOf(name), Word),
        ".odp" or ".key" or ".pptm" or ".ppsx" => FileFailures.SaveAs(ExtensionOf(name), PowerPoint),
        var other => FileFailures.Unsupported(other),
    };

    public static Failure? CheckLength(long bytes) => bytes switch
    {
        0 => FileFailures.Empty,
        > FileStore.MaxBytes => FileFailures.TooLarge,
        _ => null,
    };

    /// <summary>Everything that can be said without parsing; null is good.</summary>
    /// <param name="path">The complete file on disk.</param>
    /// <param name="name">Its name as uploaded.</param>
    public static Failure? Check(string path, string name)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return CheckName(name) ?? CheckLength(file.Length) ?? CheckContent(file, ExtensionOf(name));
    }

    private static Failure? CheckContent(FileStream file, string extension)
    {
        Span<byte> head = stackalloc byte[4096];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var found = FileSignature.Of(head);
        return extension switch
        {
            ".pdf" => CheckPdf(head, found),
            ".docx" or ".pptx" => CheckOffice(file, extension, head, found),
            _ when found is not null => FileFailures.WrongType(extension, found),
            _ => TextSniffer.LooksLikeText(head) ? null : FileFailures.WrongType(extension, "no text"),
        };
    }

    private static Failure? CheckPdf(ReadOnlySpan<byte> head, string? found)
    {
        var header = head[..Math.Min(head.Length, PdfHeaderWithin + 5)].IndexOf("%PDF-"u8);
        if (header < 0) return FileFailures.WrongType(".pdf", found ?? (TextSniffer.LooksLikeText(head) ? "plain text" : "something else"));
        // A page or program in front of the header would be a second file inside the first, for whoever opens it as that.
        if (found is not null && found != FileSignature.Pdf) return FileFailures.WrongType(".pdf", found);
        return FileSignature.LooksLikeHtml(head[..header]) ? FileFailures.WrongType(".pdf", "a web page in front of the PDF") : null;
    }

    private static Failure? CheckOffice(FileStream file, string extension, ReadOnlySpan<byte> head, string? found)
    {
        if (found == FileSignature.Ole) return OfficeContainer.IsEncrypted(file) ? FileFailures.PasswordProtected : FileFailures.OldFormat("The file's content", extension == ".docx" ? Word : PowerPoint);
        if (found != FileSignature.Zip) return FileFailures.WrongType(extension, found ?? (TextSniffer.LooksLikeText(head) ? "plain text" : "something else"));
        return OfficeContainer.Check(file, extension);
    }
}

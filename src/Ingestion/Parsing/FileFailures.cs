using System.Globalization;
using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>The reasons for which a file is turned away, in a teacher's words.</summary>
public static class FileFailures
{
    public static Failure Empty { get; } = new("empty-file", "The file is empty.", "Check that it opens on your computer, then upload it again.");

    public static Failure TooLarge { get; } = new("too-large",
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {FileStore.MaxBytes >> 20} MB."),
        "Split it, for example by chapter, or shrink its pictures, and upload the parts.");

    public static Failure TooMuchText { get; } = new("too-much-text",
        string.Create(CultureInfo.InvariantCulture, $"The file holds more than {Blocks.MostCharacters / 1_000_000} million characters of text."),
        "Split it, for example by chapter, and upload the parts.");

    public static Failure NoText { get; } = new("no-text", "No text was found in the file.",
        "If its pages are pictures, run text recognition (OCR) first; else check that you chose the right file.");

    public static Failure PasswordProtected { get; } = new("password-protected", "The file is protected by a password.",
        "Save a copy without the password and upload that.");

    public static Failure Damaged { get; } = new("damaged", "The file is damaged or incomplete and cannot be read.",
        "Open it on your computer, save it again, and upload the new copy.");

    public static Failure TooBigUnpacked { get; } = new("too-big-unpacked", "The file unpacks to far more data than a document needs.",
        "Save a fresh copy from Word or PowerPoint and upload that.");

    public static Failure Unsafe { get; } = new("unsafe-content", "The file contains declarations that reach outside of it and that no Office program writes.",
        "Open it in Word or PowerPoint, save a new copy, and upload that.");

    public static Failure TooDeep { get; } = new("too-deeply-nested", "Thousands of elements of this page are nested in each other, which no page needs.",
        "Open it in a browser, copy what you need into a document, and upload that.");

    public static Failure TookTooLong { get; } = new("too-hard-to-read", "Reading the file took more time or memory than any document should need.",
        "Save a fresh copy, or split it into smaller files, and upload again.");

    public static Failure NotText { get; } = new("wrong-type", "The file does not hold text.", "Check that you chose the right file.");

    public static Failure UnknownEncoding { get; } = new("unknown-encoding", "The letters of the file are stored in an encoding that could not be recognised.",
        "Save the file as UTF-8 (in most editors: Save as, Encoding) and upload it again.");

    public static Failure Unsupported(string extension) => new("unsupported-type",
        extension.Length == 0 ? "The file's name has no extension that tells its type." : $"Files of type {extension} cannot be read.",
        $"Save it as one of {string.Join(", ", UploadCheck.Extensions)} and upload that.");

    public static Failure SaveAs(string extension, string save) => new("unsupported-type",
        $"Files of type {extension} cannot be read.", $"Open it, choose Save as, {save}, and upload the new file.");

    public static Failure OldFormat(string extension, string save) => new("old-format",
        $"{extension} is a format of Office before 2007 that cannot be read.", $"Open it, choose Save as, {save}, and upload the new file.");

    /// <param name="found">What the bytes are: "a PNG picture".</param>
    public static Failure WrongType(string extension, string found) => new("wrong-type",
        $"The name ends in {extension}, but the file holds {found}.", "Upload the right file, or give it the extension that fits its content.");
}

using System.Globalization;
using Tutor.Sources;

namespace Tutor.Parsing.Pdf;

/// <summary>Why a PDF is refused, in a teacher's words.</summary>
internal static class PdfFailures
{
    public static Failure PasswordProtected { get; } = new("password-protected", "The PDF is protected by a password.",
        "Save a copy without the password and upload that.");

    public static Failure Damaged { get; } = new("damaged", "The PDF is damaged or incomplete and cannot be read.",
        "Open it on your computer, save or print it as a new PDF, and upload that.");

    public static Failure NoText { get; } = new("no-text", "No text was found in the PDF; its pages may be pictures of text.",
        "If they are, run text recognition (OCR) on it and upload it again; else check that you chose the right file.");

    public static Failure TookTooLong { get; } = new("too-hard-to-read", "Reading the PDF took more time or memory than any document should need.",
        "Print it to a new PDF, or split it into smaller files, and upload again.");

    public static Failure TooManyPages(int pages) => new("too-many-pages",
        string.Create(CultureInfo.InvariantCulture, $"The PDF has {pages} pages; at most {PdfParser.MostPages} are read."),
        "Split it, for example by chapter, and upload the parts.");

    public static Failure TooLarge { get; } = new("too-much-text",
        string.Create(CultureInfo.InvariantCulture, $"The PDF holds more than {PdfParser.MostCharacters / 1_000_000} million characters of text."),
        "Split it, for example by chapter, and upload the parts.");
}

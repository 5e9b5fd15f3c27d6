using System.Text.Json;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Tutor.Data;
using Tutor.Parsing.Office.Docx;
using Tutor.Parsing.Office.Pptx;
using Tutor.Parsing.Text;
using Tutor.Sources;

namespace Tutor.Parsing.Office;

/// <summary>
/// The inside of the jail: <c>read-office docx|pptx FILE</c> prints an <see cref="OfficeLine"/> as JSON a line, blocks first, then the end or a refusal.
/// Exit code 0 in both cases; anything else means that the reader itself broke.
/// </summary>
public static class OfficeReadCommand
{
    public const string Name = "read-office";

    private const long LargestMended = 64L << 20;

    public static int Run(string[] args)
    {
        if (args is not [Name, "docx" or "pptx", var path]) return 2;
        using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        var blocks = new Blocks(new TextCleaner());
        try
        {
            using var file = File.OpenRead(path);
            var source = args[1] == "docx" ? ReadDocx(file, blocks) : ReadPptx(file, blocks);
            foreach (var block in source.Blocks) Write(output, new OfficeLine(Block: block));
            Write(output, new OfficeLine(End: source with { Blocks = [] }));
        }
        catch (SourceRefusedException e)
        {
            Write(output, new OfficeLine(Refused: e.Failure));
        }
        catch (XmlException e)
        {
            // A DTD is how entity bombs and references to other files come in; no Office program writes one.
            Write(output, new OfficeLine(Refused: e.Message.Contains("DTD", StringComparison.Ordinal) ? FileFailures.Unsafe : FileFailures.Damaged));
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FormatException or IOException or InvalidOperationException
            or ArgumentException or KeyNotFoundException or NullReferenceException or InvalidCastException or NotSupportedException or IndexOutOfRangeException)
        {
            // What the Open XML SDK throws at broken packages (seen over 361 files of the POI and Tika suites).
            Console.Error.WriteLine(e);
            Write(output, new OfficeLine(Refused: FileFailures.Damaged));
        }
        return 0;
    }

    private static ParsedSource ReadDocx(Stream file, Blocks blocks)
    {
        using var document = Open(file, WordprocessingDocument.Open);
        var title = DocxReader.Read(document, blocks);
        return blocks.ToSource(title: title ?? Meant(document.PackageProperties.Title));
    }

    private static ParsedSource ReadPptx(Stream file, Blocks blocks)
    {
        using var document = Open(file, PresentationDocument.Open);
        var (slides, title) = PptxReader.Read(document, blocks, progress: null);
        return blocks.ToSource(slides, title ?? Meant(document.PackageProperties.Title));
    }

    /// <summary>
    /// Links that people mistyped ("mailto:me at home") are stored as they are, and the SDK then opens nothing; it can mend them in a copy that may be written.
    /// </summary>
    private static T Open<T>(Stream file, Func<Stream, bool, OpenSettings, T> open)
    {
        try
        {
            return open(file, false, Settings());
        }
        catch (OpenXmlPackageException) when (file.Length <= LargestMended)
        {
            var copy = new MemoryStream();
            file.Position = 0;
            file.CopyTo(copy);
            var settings = Settings();
            settings.RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank");
            return open(copy, true, settings);
        }
    }

    /// <summary>Programs fill the title in where nobody did.</summary>
    private static string? Meant(string? title) =>
        title is null || title.Trim() is "" or "PowerPoint Presentation" or "Untitled" || title.StartsWith("Microsoft Word", StringComparison.Ordinal) || title.StartsWith("Document", StringComparison.Ordinal) ? null : title;

    private static OpenSettings Settings() => new() { AutoSave = false, MaxCharactersInPart = OfficeContainer.MostXmlBytes };

    private static void Write(StreamWriter output, OfficeLine line) => output.Write(JsonSerializer.Serialize(line, JsonColumn.Options) + "\n");
}

/// <summary>One line of what the jailed reader prints: exactly one of the three.</summary>
public sealed record OfficeLine(Block? Block = null, ParsedSource? End = null, Failure? Refused = null);

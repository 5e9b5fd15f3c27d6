using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Tutor.Sources;

/// <summary>A file on its way in: its bytes are read once, from the wire.</summary>
internal sealed record UploadedFile(string Name, Stream Content);

/// <summary>Reads the files of a multipart body one after the other, without keeping them.</summary>
internal static class UploadedFiles
{
    public const string TooLarge = "too-large";
    private const string Field = "file";
    private const int MaxBoundary = 200;
    private const int MaxName = 255;

    public static Refusal NoFile { get; } = new(RefusalKind.Invalid, "no-file", "There is no file in the upload", "Send at least one file in the field `file`.");

    public static Refusal Unreadable { get; } = new(
        RefusalKind.Invalid, "unreadable-upload", "The upload is not well-formed", "Send it as multipart/form-data, with a boundary that ends it. Files that came through before are kept.");

    public static async IAsyncEnumerable<UploadedFile> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) yield break;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > MaxBoundary) throw new InvalidDataException("No boundary.");
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
            if (NameOf(section) is { } name)
                yield return new UploadedFile(name, section.Body);
    }

    /// <summary>True for what the multipart reader throws at a body that breaks off or has no form; faults of the disk are none of these.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is InvalidDataException || (exception is IOException and not BadHttpRequestException && exception.Source == typeof(MultipartReader).Assembly.GetName().Name);

    /// <summary>Where no file was taken, the first one's reason is the answer's, and all are told.</summary>
    public static Refusal Refusal(IReadOnlyList<RefusedFile> refused)
    {
        var (name, failure) = refused[0];
        return new Refusal(KindOf(failure.Code), failure.Code, failure.Message, $"{name}: {failure.Message} {failure.Action}")
        {
            More = new Dictionary<string, object?> { ["refused"] = refused },
        };
    }

    private static RefusalKind KindOf(string code) => code switch
    {
        TooLarge => RefusalKind.TooLarge,
        "unsupported-type" or "old-format" or "wrong-type" => RefusalKind.UnsupportedType,
        _ => RefusalKind.Unprocessable,
    };

    private static string? NameOf(MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            || !disposition.IsFileDisposition() || HeaderUtilities.RemoveQuotes(disposition.Name) != Field) return null;
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar.ToString() : HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();
        // Some browsers send a path; what is kept is a name, and never one that could be mistaken for a path.
        var name = new string([.. given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        return name.Length <= MaxName ? name : name[..(MaxName - 20)] + Path.GetExtension(name);
    }
}

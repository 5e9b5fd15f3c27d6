using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Tutor.Courses;
using Tutor.Http;

namespace Tutor.Sources;

/// <summary>
/// The file as uploaded. It is a stranger's: a browser may show a PDF or plain text, everything else it is given to save, and nothing of it may run here.
/// </summary>
internal static class SourceContentApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sources/{sourceId:guid}/content", GetAsync).WithTags("Sources")
        .WithSummary("The file as uploaded; ranges are served").Produces(200, contentType: "application/octet-stream").Produces(206, contentType: "application/octet-stream").Produces(304)
        .ForMembers(CourseThing.Source);

    private static async Task<Results<FileStreamHttpResult, Refused>> GetAsync(Guid sourceId, HttpContext http, SourceReading reading, SourceService sources, CancellationToken ct)
    {
        if (await reading.FindAsync(sourceId, ct) is not { } source || sources.OpenContent(source) is not { } content) return CourseRefusals.NoSuch(CourseThing.Source).ToResult();
        var (type, inline) = TypeOf(source.Name);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(source.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";
        // The browser's own PDF viewer does not start in a sandbox; nothing else has a reason to be outside of one.
        headers.ContentSecurityPolicy = type == Pdf ? "default-src 'none'; object-src 'self'; frame-ancestors 'self'" : "default-src 'none'; frame-ancestors 'none'; sandbox";
        return TypedResults.Stream(content, type, lastModified: source.CreatedAt, entityTag: new EntityTagHeaderValue($"\"{source.Sha256}\""), enableRangeProcessing: true);
    }

    private const string Pdf = "application/pdf";

    private static (string Type, bool Inline) TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pdf" => (Pdf, true),
        ".txt" or ".md" or ".markdown" or ".vtt" or ".srt" => ("text/plain", true),
        ".docx" => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
        ".pptx" => ("application/vnd.openxmlformats-officedocument.presentationml.presentation", false),
        _ => ("application/octet-stream", false),
    };
}

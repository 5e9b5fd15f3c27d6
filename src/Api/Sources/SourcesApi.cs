using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.OpenApi;

namespace Tutor.Sources;

internal static class SourcesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/courses/{courseId:guid}/sources", UploadAsync).WithTags("Sources").WithSummary("Uploads files, up to 200 MB each")
            .WithDescription("multipart/form-data with the field `file`, once or more. PDF, DOCX, PPTX, Markdown, HTML, plain text, VTT and SRT. The same bytes in the same course are one source. Files that are refused are told beside those that are taken; where none is taken, the answer is a problem.")
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .Accepts<UploadForm>("multipart/form-data")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid, RefusalKind.TooLarge, RefusalKind.UnsupportedType, RefusalKind.Unprocessable);
        api.MapGet("/courses/{courseId:guid}/sources", ListAsync).WithTags("Sources").WithSummary("The course's sources with their states, oldest first").ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        api.MapGet("/sources/{sourceId:guid}", GetAsync).WithTags("Sources").WithSummary("A source and its state").ForMembers(CourseThing.Source);
        api.MapPost("/sources/{sourceId:guid}/retries", RetryAsync).WithTags("Sources").WithSummary("Reads the source again, whatever its state").ForStaff(CourseThing.Source);
        api.MapDelete("/sources/{sourceId:guid}", DeleteAsync).WithTags("Sources").WithSummary("Removes a source in any state; what is published keeps its quotes").ForStaff(CourseThing.Source);
        api.MapGet("/sources/{sourceId:guid}/text", TextAsync).WithTags("Sources").WithSummary("What was read of the source, in reading order").ForMembers(CourseThing.Source);
    }

    private static async Task<Results<Accepted<UploadView>, Refused>> UploadAsync(Guid courseId, CourseSeat seat, HttpRequest request, SourceService sources, CancellationToken ct)
    {
        var taken = new List<UploadedSource>();
        var refused = new List<RefusedFile>();
        try
        {
            await foreach (var file in UploadedFiles.ReadAsync(request, ct))
            {
                var result = await sources.UploadAsync(courseId, seat.UserId, file.Name, file.Content, ct);
                if (result.Source is { } source) taken.Add(new UploadedSource(source.Id, source.Name, source.State, result.Note));
                else refused.Add(new RefusedFile(file.Name, result.Refusal!));
                // What follows a file that is too large would have to be read past all of it.
                if (result.Refusal?.Code == UploadedFiles.TooLarge) break;
            }
        }
        catch (Exception e) when (UploadedFiles.IsUnreadable(e))
        {
            return UploadedFiles.Unreadable.ToResult();
        }
        if (taken.Count > 0) return TypedResults.Accepted($"/api/v1/courses/{courseId}/sources", new UploadView(taken, refused));
        return (refused.Count > 0 ? UploadedFiles.Refusal(refused) : request.HasFormContentType ? UploadedFiles.NoFile : GeneralRefusals.WrongType).ToResult();
    }

    private static async Task<Results<Ok<SourceListView>, Refused>> ListAsync(Guid courseId, SourceReading reading, CancellationToken ct, string? cursor = null) =>
        (await reading.ListAsync(courseId, cursor, ct)).Succeeded(out var page, out var refusal)
            ? TypedResults.Ok(new SourceListView([.. page.Items.Select(SourceView.Of)], page.Next))
            : refusal.ToResult();

    private static async Task<Results<Ok<SourceView>, Refused>> GetAsync(Guid sourceId, SourceReading reading, CancellationToken ct) =>
        await reading.FindAsync(sourceId, ct) is { } source ? TypedResults.Ok(SourceView.Of(source)) : CourseRefusals.NoSuch(CourseThing.Source).ToResult();

    private static async Task<Results<Accepted<SourceView>, Refused>> RetryAsync(Guid sourceId, SourceService sources, CancellationToken ct) =>
        await sources.RetryAsync(sourceId, ct) is { } source
            ? TypedResults.Accepted($"/api/v1/sources/{sourceId}", SourceView.Of(source))
            : CourseRefusals.NoSuch(CourseThing.Source).ToResult();

    private static async Task<NoContent> DeleteAsync(Guid sourceId, CourseSeat seat, SourceService sources, CancellationToken ct)
    {
        await sources.DeleteAsync(sourceId, seat.UserId, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SourceTextView>> TextAsync(Guid sourceId, SourceReading reading, CancellationToken ct) =>
        TypedResults.Ok(new SourceTextView([.. (await reading.TextAsync(sourceId, ct)).Select(b => new BlockView(b.Block.Kind, b.Block.Text, b.Block.Level, b.Locator))]));
}

/// <param name="File">One or more files.</param>
public sealed record UploadForm(IFormFileCollection File);

/// <param name="Note">What to know where nothing was added, because the course has the same file already; else null.</param>
public sealed record UploadedSource(Guid Id, string Name, SourceState State, string? Note = null);

public sealed record RefusedFile(string Name, Failure Failure);

/// <param name="Refused">Files of the same upload that were not taken.</param>
public sealed record UploadView(IReadOnlyList<UploadedSource> Sources, IReadOnlyList<RefusedFile> Refused) : IExample<UploadView>
{
    public static UploadView Example { get; } = new([new UploadedSource(Examples.Id(4), "memory.pdf", SourceState.Queued)], []);
}

/// <param name="Pages">Pages or slides; null for formats without.</param>
/// <param name="Notes">What the instructor should know of the file.</param>
public sealed record SourceView(
    Guid Id, Guid CourseId, string Name, SourceState State, double Progress, int? Pages, int Chunks, Failure? Failure, IReadOnlyList<ParseNote> Notes, long Bytes, DateTimeOffset CreatedAt, DateTimeOffset? ReadyAt) : IExample<SourceView>
{
    public static SourceView Example { get; } = new(Examples.Id(4), Examples.Id(2), "memory.pdf", SourceState.Ready, 1, 24, 61, null, [], 412_300, Examples.Time, Examples.Time.AddSeconds(4));

    internal static SourceView Of(Source source) => new(
        source.Id, source.CourseId, source.Name, source.State, source.Progress, source.Pages, source.ChunkCount, source.Failure, source.Notes, source.Bytes, source.CreatedAt, source.ReadyAt);
}

public sealed record SourceListView(IReadOnlyList<SourceView> Sources, string? Next) : IExample<SourceListView>
{
    public static SourceListView Example { get; } = new([SourceView.Example], null);
}

/// <param name="Text">Lists: one item a line. Tables: one row a line, cells parted by " | ".</param>
/// <param name="Level">1 to 6 for headings, else 0.</param>
public sealed record BlockView(BlockKind Kind, string Text, int Level, Locator Locator);

public sealed record SourceTextView(IReadOnlyList<BlockView> Blocks) : IExample<SourceTextView>
{
    public static SourceTextView Example { get; } = new([
        new BlockView(BlockKind.Heading, "Working memory", 2, new Locator(12, null, ["Memory"], null, null)),
        new BlockView(BlockKind.Paragraph, "Working memory holds about four chunks at a time.", 0, new Locator(12, null, ["Memory", "Working memory"], null, null))]);
}

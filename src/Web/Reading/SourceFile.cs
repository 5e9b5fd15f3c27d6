using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.People;
using Tutor.Sources;

namespace Tutor.Web.Reading;

/// <summary>A source's file for the page that draws it; in ranges, since a page of a book needs only a part of it.</summary>
internal static class SourceFile
{
    public static async Task<Results<FileStreamHttpResult, NotFound>> GetAsync(
        Guid id, HttpContext http, CourseAccess access, TutorDb db, SourceService service, CancellationToken ct)
    {
        var seat = await access.SeatAsync(CourseThing.Source, id, Caller.Of(http.User), Seat.Learner, ct);
        if (seat.Refusal is not null) return TypedResults.NotFound();
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (source is null || service.OpenContent(source) is not { } content) return TypedResults.NotFound();
        var pdf = SourceWords.Kind(source.Name) == "PDF";
        // Strangers' bytes: never run, never guessed at, and only a PDF is shown in place.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=600";
        return TypedResults.File(content, pdf ? "application/pdf" : "application/octet-stream", pdf ? null : source.Name, enableRangeProcessing: true);
    }
}

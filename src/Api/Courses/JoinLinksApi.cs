using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses.Joining;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;

namespace Tutor.Courses;

/// <summary>The link by which people join a course.</summary>
internal static class JoinLinksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var link = api.MapGroup("/courses/{courseId:guid}/join-link").WithTags("Courses");
        link.MapGet("", GetAsync).WithSummary("The link by which people join the course; token is null while it is off").ForStaff(CourseThing.Course);
        link.MapPost("", RenewAsync).WithSummary("Makes the link, or a new one in its place").WithDescription("The old one stops working at once.").ForStaff(CourseThing.Course);
        link.MapDelete("", EndAsync).WithSummary("Switches the link off").ForStaff(CourseThing.Course);
        api.MapPost("/enrollments", JoinAsync).WithTags("Courses").WithSummary("Enrols the caller by a join link's token")
            .WithDescription("Works for courses by invitation too, and before they are published. Doing it again changes nothing.").Refuses(RefusalKind.Invalid, RefusalKind.NotFound);
    }

    private static async Task<Ok<JoinLinkView>> GetAsync(Guid courseId, JoinLinks links, CancellationToken ct) => TypedResults.Ok(JoinLinkView.Of(await links.OfAsync(courseId, ct)));

    private static async Task<Created<JoinLinkView>> RenewAsync(Guid courseId, CourseSeat seat, JoinLinks links, CancellationToken ct) =>
        TypedResults.Created($"/api/v1/courses/{courseId}/join-link", JoinLinkView.Of(await links.RenewAsync(courseId, seat.UserId, ct)));

    private static async Task<NoContent> EndAsync(Guid courseId, CourseSeat seat, JoinLinks links, CancellationToken ct)
    {
        await links.EndAsync(courseId, seat.UserId, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Created<EnrollmentView>, Refused>> JoinAsync(JoinByLink body, Caller caller, JoinLinks links, CancellationToken ct) =>
        (await links.JoinAsync(body.Token, caller.Id, ct)).Succeeded(out var enrollment, out var refusal)
            ? TypedResults.Created($"/api/v1/courses/{enrollment.CourseId}", EnrollmentView.Of(enrollment))
            : refusal.ToResult();
}

/// <param name="Token">The last part of the link.</param>
public sealed record JoinByLink(string Token) : IExample<JoinByLink>
{
    public static JoinByLink Example { get; } = new("3q2-7wV9Q0mZr1XkYt5b8A");
}

/// <param name="Path">Of the page on this server.</param>
public sealed record JoinLinkView(string? Token, string? Path, DateTimeOffset? CreatedAt) : IExample<JoinLinkView>
{
    public static JoinLinkView Example { get; } = new(JoinByLink.Example.Token, "/join/" + JoinByLink.Example.Token, Examples.Time);

    internal static JoinLinkView Of(JoinLink? link) => link is null ? new JoinLinkView(null, null, null) : new JoinLinkView(link.Token, "/join/" + link.Token, link.CreatedAt);
}

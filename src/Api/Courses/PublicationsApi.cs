using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses.Differences;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.Review;

namespace Tutor.Courses;

internal static class PublicationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var publications = api.MapGroup("/courses/{courseId:guid}/publications").WithTags("Publications");
        publications.MapPost("", PublishAsync).WithSummary("Publishes what the course's review policy allows")
            .WithDescription("With `from`, the number of an earlier publication, what that one showed is published again. Where the newest publication shows just this already, the answer is that one.").ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid, RefusalKind.Conflict);
        publications.MapGet("", ListAsync).WithSummary("The course's publications, oldest first").ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        publications.MapGet("/preview", PreviewAsync).WithSummary("What publishing now would change, and for how many learners").ForStaff(CourseThing.Course);
    }

    private static async Task<Results<Created<PublicationView>, Refused>> PublishAsync(Guid courseId, CourseSeat seat, Publishing publishing, CancellationToken ct, NewPublication? body = null) =>
        (body?.From is { } number ? await publishing.PublishAgainAsync(courseId, number, seat.UserId, ct) : await publishing.PublishAsync(courseId, seat.UserId, ct)).Succeeded(out var publication, out var refusal)
            ? TypedResults.Created($"/api/v1/courses/{courseId}/publications", PublicationView.Of(publication))
            : refusal.ToResult();

    private static async Task<Results<Ok<PublicationListView>, Refused>> ListAsync(Guid courseId, Publishing publishing, CancellationToken ct, string? cursor = null) =>
        (await publishing.ListAsync(courseId, cursor, ct)).Succeeded(out var page, out var refusal)
            ? TypedResults.Ok(new PublicationListView([.. page.Items.Select(PublicationView.Of)], page.Next))
            : refusal.ToResult();

    private static async Task<Ok<PreviewView>> PreviewAsync(Guid courseId, Publishing publishing, CancellationToken ct) =>
        TypedResults.Ok(PreviewView.Of(await publishing.PreviewAsync(courseId, ct)));
}

/// <param name="From">The number of an earlier publication that is published again; left out, what there is now.</param>
public sealed record NewPublication(int? From = null) : IExample<NewPublication>
{
    public static NewPublication Example { get; } = new(3);
}

/// <param name="Holds">What it shows, by kind.</param>
/// <param name="Unreviewed">How much of that no person had looked at.</param>
public sealed record PublicationView(Guid Id, int Number, DateTimeOffset CreatedAt, int Modules, KindCounts Holds, KindCounts Unreviewed) : IExample<PublicationView>
{
    public static PublicationView Example { get; } = new(Examples.Id(8), 4, Examples.Time, 9, new KindCounts(34, 9, 120), new KindCounts(2, 0, 31));

    internal static PublicationView Of(PublicationSummary summary) =>
        new(summary.Publication.Id, summary.Publication.Number, summary.Publication.CreatedAt, summary.Modules, summary.Holds, summary.Unreviewed);
}

public sealed record PublicationListView(IReadOnlyList<PublicationView> Publications, string? Next) : IExample<PublicationListView>
{
    public static PublicationListView Example { get; } = new([PublicationView.Example], null);
}

/// <param name="Changes">False where the newest publication shows just this already.</param>
/// <param name="Added">Titles of modules.</param>
/// <param name="Learners">How many will see the change.</param>
public sealed record PreviewView(
    bool Changes, int Modules, KindCounts Holds, KindCounts Unreviewed, LeftOut LeftOut, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int Learners,
    IReadOnlyList<ModuleDiff> Differences) : IExample<PreviewView>
{
    public static PreviewView Example { get; } = new(
        true, 9, new KindCounts(34, 9, 120), new KindCounts(2, 0, 31), new LeftOut(6, 11, 0, 2), ["Forgetting"], ["Working memory"], [], 28,
        [new ModuleDiff(Examples.Id(6), "Working memory", Fate.Changed, "Short-term memory", false, [new PieceDiff(Examples.Id(7), ReviewableKind.Objective, Fate.Changed, "Explain what limits working memory", [new DiffRun(RunKind.Removed, "Describe"), new DiffRun(RunKind.Added, "Explain"), new DiffRun(RunKind.Same, "what limits working memory")])], 12, 2)]);

    internal static PreviewView Of(PublicationChange change) => new(
        change.Changes, change.Plan.Modules.Count, KindCounts.Of(change.Plan.Revisions.Select(r => r.Kind)), KindCounts.Of(change.Plan.Revisions.Where(r => !r.Reviewed).Select(r => r.Kind)),
        change.Plan.LeftOut, change.Added, change.Changed, change.Removed, change.Learners, change.Differences);
}

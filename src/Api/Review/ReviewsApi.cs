using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.Learning;
using Tutor.OpenApi;
using Tutor.People;

namespace Tutor.Review;

internal static class ReviewsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("/reviews").WithTags("Review");
        reviews.MapGet("", ListAsync).WithSummary("What was generated, to be looked at by people")
            .WithDescription("Of the courses the caller teaches; for an admin of all. state: proposed, accepted, edited, rejected. kind: objective, lesson, item. doubted: true for items that a learner doubts and nobody has answered.")
            .Refuses(RefusalKind.Invalid, RefusalKind.Forbidden);
        reviews.MapGet("/{reviewId:guid}", GetAsync).WithSummary("One of them with its revisions and decisions").ForStaff(CourseThing.Review);
        reviews.MapPost("/{reviewId:guid}/decisions", DecideAsync).WithSummary("Accepts, edits or rejects")
            .WithDescription("An edit carries what it changes in `content` and passes the same checks as a draft, or is refused with those it fails. With `revisionId` the decision holds only for the revision that was looked at.")
            .ForStaff(CourseThing.Review).Refuses(RefusalKind.Invalid, RefusalKind.Conflict, RefusalKind.Unprocessable);
        reviews.MapDelete("/{reviewId:guid}/decisions/{decisionId:guid}", UndoAsync).WithSummary("Takes the newest decision back")
            .WithDescription("What was decided on is again as the decision found it. An older decision, or one that was taken back already, is a conflict.")
            .ForStaff(CourseThing.Review).Refuses(RefusalKind.Conflict);
        reviews.MapPost("/{reviewId:guid}/answers", AnswerAsync).WithSummary("Answers the learners who doubt an item, and closes their doubts")
            .ForStaff(CourseThing.Review).Refuses(RefusalKind.Invalid);
        reviews.MapPost("/{reviewId:guid}/restorations", RestoreAsync).WithSummary("Brings an older revision back").ForStaff(CourseThing.Review).Refuses(RefusalKind.Invalid);
    }

    private static async Task<Results<Ok<ReviewListView>, Refused>> ListAsync(
        Caller caller, ReviewQueue queue, CancellationToken ct, string? state = null, string? kind = null, Guid? courseId = null, Guid? moduleId = null, bool doubted = false, string? cursor = null) =>
        (await queue.ListAsync(new ReviewFilter(state, kind, courseId, moduleId, doubted), caller, cursor, ct)).Succeeded(out var page, out var refusal)
            ? TypedResults.Ok(new ReviewListView([.. page.Items.Select(ReviewView.Of)], page.Next))
            : refusal.ToResult();

    private static async Task<Ok<ReviewDetailView>> GetAsync(Guid reviewId, ReviewQueue queue, CancellationToken ct) =>
        TypedResults.Ok(ReviewDetailView.Of(await queue.GetAsync(reviewId, ct)));

    private static async Task<Results<Created<DecisionView>, Refused>> DecideAsync(Guid reviewId, DecisionBody body, Caller caller, Reviewing reviewing, CancellationToken ct) =>
        Answer(reviewId, await reviewing.DecideAsync(reviewId, new NewDecision(body.Verdict, body.Reason, body.Content, body.RevisionId), caller.Id, ct));

    private static async Task<Results<NoContent, Refused>> UndoAsync(Guid reviewId, Guid decisionId, Caller caller, Reviewing reviewing, CancellationToken ct) =>
        (await reviewing.UndoAsync(reviewId, decisionId, caller.Id, ct)).Refusal is { } refusal ? refusal.ToResult() : TypedResults.NoContent();

    private static async Task<Results<Created<ClosedFlags>, Refused>> AnswerAsync(Guid reviewId, FlagAnswer body, Caller caller, Flags flags, CancellationToken ct) =>
        (await flags.AnswerAsync(reviewId, body.Answer, caller.Id, ct)).Succeeded(out var closed, out var refusal)
            ? TypedResults.Created($"/api/v1/reviews/{reviewId}", new ClosedFlags(closed)) : refusal.ToResult();

    private static async Task<Results<Created<DecisionView>, Refused>> RestoreAsync(Guid reviewId, Restoration body, Caller caller, Reviewing reviewing, CancellationToken ct) =>
        Answer(reviewId, await reviewing.RestoreAsync(reviewId, body.RevisionId, caller.Id, ct));

    private static Results<Created<DecisionView>, Refused> Answer(Guid reviewId, Outcome<Decision> outcome) => outcome.Succeeded(out var decision, out var refusal)
        ? TypedResults.Created($"/api/v1/reviews/{reviewId}", DecisionView.Of(decision))
        : refusal.ToResult();
}

/// <param name="Verdict">accept, edit, reject.</param>
/// <param name="Content">For an edit: what it changes of the objective, lesson or item.</param>
/// <param name="RevisionId">The revision that was looked at; left out, the newest.</param>
public sealed record DecisionBody(string Verdict, string? Reason = null, JsonElement? Content = null, Guid? RevisionId = null) : IExample<DecisionBody>
{
    public static DecisionBody Example { get; } = new("edit", "Plainer words.", JsonSerializer.SerializeToElement(new { stem = "How many chunks does working memory hold?" }));
}

public sealed record Restoration(Guid RevisionId) : IExample<Restoration>
{
    public static Restoration Example { get; } = new(Examples.Id(10));
}

/// <param name="UndoneAt">When it was taken back.</param>
public sealed record DecisionView(Guid Id, Guid ReviewId, Guid RevisionId, Verdict Verdict, string? Reason, Guid? DecidedById, DateTimeOffset CreatedAt, DateTimeOffset? UndoneAt = null) : IExample<DecisionView>
{
    public static DecisionView Example { get; } = new(Examples.Id(11), Examples.Id(9), Examples.Id(10), Review.Verdict.Accept, null, Examples.Id(1), Examples.Time);

    internal static DecisionView Of(Decision decision) =>
        new(decision.Id, decision.ReviewableId, decision.RevisionId, decision.Verdict, decision.Reason, decision.DecidedById, decision.CreatedAt, decision.UndoneAt);
}

/// <param name="Writer">extractive/1, a model's name, or person.</param>
/// <param name="Content">The objective, lesson or item.</param>
public sealed record RevisionView(Guid Id, int Number, string Writer, Guid? AuthorId, DateTimeOffset CreatedAt, IReadOnlyList<CheckResult> Checks, JsonNode? Content)
{
    internal static RevisionView Example { get; } = new(
        Examples.Id(10), 1, "extractive/1", null, Examples.Time, [new CheckResult("key-proved", true, "The quoted passage proves the key.")],
        JsonSerializer.SerializeToNode(new { stem = "How many chunks does working memory hold at a time?" }));

    internal static RevisionView Of(Revision revision) =>
        new(revision.Id, revision.Number, revision.Writer, revision.AuthorId, revision.CreatedAt, revision.Checks, JsonNode.Parse(revision.Body));
}

/// <param name="Doubts">Of learners, not answered yet.</param>
public sealed record ReviewView(
    Guid Id, ReviewableKind Kind, ReviewState State, Guid CourseId, string CourseTitle, Guid ModuleId, string ModuleTitle, Guid? ObjectiveId, DateTimeOffset CreatedAt, RevisionView Revision, IReadOnlyList<FlagView> Doubts) : IExample<ReviewView>
{
    public static ReviewView Example { get; } = new(
        Examples.Id(9), ReviewableKind.Item, ReviewState.Proposed, Examples.Id(2), "Memory", Examples.Id(6), "Working memory", Examples.Id(7), Examples.Time, RevisionView.Example, [FlagView.Example]);

    internal static ReviewView Of(ReviewEntry entry) => new(
        entry.Reviewable.Id, entry.Reviewable.Kind, entry.Reviewable.State, entry.Reviewable.CourseId, entry.CourseTitle, entry.Reviewable.ModuleId, entry.ModuleTitle,
        entry.Reviewable.ObjectiveId, entry.Reviewable.CreatedAt, RevisionView.Of(entry.Revision), [.. entry.Doubts.Select(FlagView.Of)]);
}

public sealed record ReviewListView(IReadOnlyList<ReviewView> Reviews, string? Next) : IExample<ReviewListView>
{
    public static ReviewListView Example { get; } = new([ReviewView.Example], null);
}

/// <summary>Revisions and decisions, newest first.</summary>
public sealed record ReviewDetailView(ReviewView Review, IReadOnlyList<RevisionView> Revisions, IReadOnlyList<DecisionView> Decisions) : IExample<ReviewDetailView>
{
    public static ReviewDetailView Example { get; } = new(ReviewView.Example, [RevisionView.Example], [DecisionView.Example]);

    internal static ReviewDetailView Of(ReviewDetail detail) =>
        new(ReviewView.Of(detail.Entry), [.. detail.Revisions.Select(RevisionView.Of)], [.. detail.Decisions.Select(DecisionView.Of)]);
}

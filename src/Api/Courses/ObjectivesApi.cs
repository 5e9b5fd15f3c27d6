using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor.Courses;

internal static class ObjectivesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/modules/{moduleId:guid}/objectives", AddAsync).WithTags("Outline").WithSummary("Adds an objective; it passes the same checks as a generated one")
            .ForStaff(CourseThing.Module).Refuses(RefusalKind.Invalid, RefusalKind.Conflict, RefusalKind.Unprocessable);
        api.MapPatch("/objectives/{objectiveId:guid}", ChangeAsync).WithTags("Outline").WithSummary("Edits or moves an objective; what is left out stays")
            .ForStaff(CourseThing.Objective).Refuses(RefusalKind.Invalid, RefusalKind.Unprocessable);
        api.MapDelete("/objectives/{objectiveId:guid}", RemoveAsync).WithTags("Outline").WithSummary("Takes an objective out of the outline; its review can bring it back")
            .ForStaff(CourseThing.Objective);
    }

    private static async Task<Results<Created<ObjectiveView>, Refused>> AddAsync(
        Guid moduleId, NewObjective body, CourseSeat seat, ObjectiveEditing editing, ReviewQueue reviews, CancellationToken ct) =>
        (await editing.AddAsync(seat.CourseId, moduleId, new ObjectiveEdit(body.Text, body.Level, body.Citations), seat.UserId, ct)).Succeeded(out var objective, out var refusal)
            ? TypedResults.Created($"/api/v1/reviews/{objective.Id}", await ViewAsync(reviews, objective.Id, ct))
            : refusal.ToResult();

    private static async Task<Results<Ok<ObjectiveView>, Refused>> ChangeAsync(
        Guid objectiveId, ChangeObjective body, CourseSeat seat, ObjectiveEditing editing, ReviewQueue reviews, CancellationToken ct)
    {
        var changed = await editing.ChangeAsync(seat.CourseId, objectiveId, new ObjectiveEdit(body.Text, body.Level, body.Citations), body.Position, seat.UserId, ct);
        return changed.Refusal is { } refusal ? refusal.ToResult() : TypedResults.Ok(await ViewAsync(reviews, objectiveId, ct));
    }

    private static async Task<Results<NoContent, Refused>> RemoveAsync(Guid objectiveId, CourseSeat seat, ObjectiveEditing editing, CancellationToken ct) =>
        (await editing.RemoveAsync(objectiveId, seat.UserId, ct)).Refusal is { } refusal ? refusal.ToResult() : TypedResults.NoContent();

    private static async Task<ObjectiveView> ViewAsync(ReviewQueue reviews, Guid id, CancellationToken ct)
    {
        var (reviewable, revision, _, _) = (await reviews.GetAsync(id, ct)).Entry;
        return ObjectiveView.Of(new OutlineObjective(id, reviewable.Position, revision.As<ObjectiveBody>(), reviewable.State, revision.Checks));
    }
}

/// <param name="Level">remember, understand, apply, analyze, evaluate, create.</param>
/// <param name="Citations">The passages that teach it, each with words of it.</param>
public sealed record NewObjective(string Text, string? Level = null, IReadOnlyList<CitationEdit>? Citations = null) : IExample<NewObjective>
{
    public static NewObjective Example { get; } = new("Explain why chunking widens working memory", "understand", [new CitationEdit(Examples.Id(5), CitationView.Example.Quote)]);
}

public sealed record ChangeObjective(string? Text = null, string? Level = null, int? Position = null, IReadOnlyList<CitationEdit>? Citations = null) : IExample<ChangeObjective>
{
    public static ChangeObjective Example { get; } = new(Position: 1);
}

/// <param name="State">As a review has it; published where it is shown to learners.</param>
public sealed record ObjectiveView(Guid Id, int Position, string Text, BloomLevel Level, string State, IReadOnlyList<CitationView> Citations, IReadOnlyList<CheckResult> Checks) : IExample<ObjectiveView>
{
    public static ObjectiveView Example { get; } = new(
        Examples.Id(7), 0, "Explain why chunking widens working memory", BloomLevel.Understand, "accepted", [CitationView.Example], [new CheckResult("measurable-verb", true, "It begins with a verb that can be observed: explain.")]);

    internal static ObjectiveView Of(OutlineObjective objective) => new(
        objective.Id, objective.Position, objective.Body.Text, objective.Body.Level, objective.State is { } state ? Inputs.WordOf(state) : ModuleView.Published,
        CitationView.Of(objective.Body.Citations), objective.Checks);
}

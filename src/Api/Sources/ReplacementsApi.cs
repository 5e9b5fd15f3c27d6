using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Review;

namespace Tutor.Sources;

internal static class ReplacementsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sources/{sourceId:guid}/replacements", PlanAsync).WithTags("Sources").WithSummary("What it would mean to put another source in this one's place")
            .WithDescription("by: a source of the same course that is ready. Lists what cites words the other one does not have.").ForStaff(CourseThing.Source).Refuses(RefusalKind.Conflict);
        api.MapPost("/sources/{sourceId:guid}/replacements", ReplaceAsync).WithTags("Sources").WithSummary("Puts another source in this one's place, and deletes this one")
            .WithDescription("What cites words that both have cites the new one; what cites words that are gone goes back to review. What is published does not change.").ForStaff(CourseThing.Source).Refuses(RefusalKind.Conflict);
    }

    private static async Task<Results<Ok<ReplacementView>, Refused>> PlanAsync(Guid sourceId, Guid by, Replacing replacing, CancellationToken ct) =>
        (await replacing.PlanAsync(sourceId, by, ct)).Succeeded(out var plan, out var refusal) ? TypedResults.Ok(ReplacementView.Of(plan)) : refusal.ToResult();

    private static async Task<Results<Ok<ReplacementView>, Refused>> ReplaceAsync(Guid sourceId, NewReplacement body, Caller caller, Replacing replacing, SourceService sources, CancellationToken ct)
    {
        if (!(await replacing.ReplaceAsync(sourceId, body.By, caller.Id, ct)).Succeeded(out var plan, out var refusal)) return refusal.ToResult();
        await sources.DeleteAsync(sourceId, caller.Id, ct);
        return TypedResults.Ok(ReplacementView.Of(plan));
    }
}

/// <param name="By">The source that takes the place.</param>
public sealed record NewReplacement(Guid By) : IExample<NewReplacement>
{
    public static NewReplacement Example { get; } = new(Examples.Id(12));
}

/// <param name="Quotes">Words that do not stand in the new source.</param>
public sealed record LostCitationView(Guid ReviewId, ReviewableKind Kind, string ModuleTitle, string Text, IReadOnlyList<string> Quotes);

/// <param name="Same">Passages both have.</param>
/// <param name="Gone">Passages only this one has.</param>
/// <param name="Added">Passages only the new one has.</param>
/// <param name="Kept">How many objectives, lessons and items keep all their words.</param>
public sealed record ReplacementView(Guid By, int Same, int Gone, int Added, int Kept, IReadOnlyList<LostCitationView> Lost) : IExample<ReplacementView>
{
    public static ReplacementView Example { get; } = new(
        Examples.Id(12), 40, 2, 3, 61, [new(Examples.Id(9), ReviewableKind.Item, "Working memory", "How many chunks does working memory hold?", ["Working memory holds about seven chunks."])]);

    internal static ReplacementView Of(ReplacementPlan plan) =>
        new(plan.New.Id, plan.Same, plan.Gone, plan.Added, plan.Kept, [.. plan.Lost.Select(l => new LostCitationView(l.ReviewId, l.Kind, l.ModuleTitle, l.Text, l.Quotes))]);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Review;

internal static class ItemsApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/modules/{moduleId:guid}/items", ListAsync).WithTags("Review").WithSummary("The module's items with their keys and evidence, whole; surest first, rejected last")
            .ForStaff(CourseThing.Module);

    private static async Task<Ok<ItemListView>> ListAsync(Guid moduleId, ReviewQueue queue, ShortPools pools, CancellationToken ct) =>
        TypedResults.Ok(new ItemListView([.. (await queue.ItemsAsync(moduleId, ct)).Select(ItemView.Of)], await pools.OfModuleAsync(moduleId, ct)));
}

/// <param name="Citations">Of a distractor: what it really is.</param>
/// <param name="Explanation">Of a distractor: why it is not the answer; may be null.</param>
public sealed record ChoiceWithKey(Guid Id, string Text, bool IsKey, IReadOnlyList<CitationView> Citations, string? Explanation)
{
    internal static ChoiceWithKey Of(Choice choice) => new(choice.Id, choice.Text, choice.IsKey, CitationView.Of(choice.Citations), choice.Explanation);
}

/// <param name="Citations">Prove the key; all from one section.</param>
public sealed record ItemView(
    Guid Id, Guid? ObjectiveId, string Kind, BloomLevel Level, string Stem, IReadOnlyList<ChoiceWithKey> Choices, string Explanation, IReadOnlyList<CitationView> Citations,
    ReviewState State, IReadOnlyList<CheckResult> Checks, Guid RevisionId) : IExample<ItemView>
{
    public static ItemView Example { get; } = new(
        Examples.Id(9), Examples.Id(7), "value", BloomLevel.Remember, "How many chunks does working memory hold at a time?",
        [
            new(Examples.Id(12), "About four", true, [CitationView.Example], null),
            new(Examples.Id(13), "About twenty", false, [], "Nothing in the material speaks of so many."),
            new(Examples.Id(14), "About a hundred", false, [], null),
        ],
        "Working memory holds about four chunks at a time.", [CitationView.Example], ReviewState.Proposed, [new CheckResult("key-proved", true, "The quoted passage proves the key.")], Examples.Id(10));

    internal static ItemView Of(ReviewEntry entry)
    {
        var body = entry.Revision.As<ItemBody>();
        return new ItemView(
            entry.Reviewable.Id, entry.Reviewable.ObjectiveId, body.Kind, body.Level, body.Stem, [.. body.Choices.Select(ChoiceWithKey.Of)], body.Explanation,
            CitationView.Of(body.Citations), entry.Reviewable.State, entry.Revision.Checks, entry.Revision.Id);
    }
}

/// <param name="Notice">Why there are fewer than a module usually has, or none; null where there are enough.</param>
public sealed record ItemListView(IReadOnlyList<ItemView> Items, Notice? Notice) : IExample<ItemListView>
{
    public static ItemListView Example { get; } = new(
        [ItemView.Example],
        new Notice("few-items", "There is 1 question where a module of this length usually has 6: 2 of its 11 sentences state a fact, and what cannot be asked without doubt is left out.", "Add material that explains or defines its terms, or write questions of your own."));
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.Retrieval;

namespace Tutor.Sources;

internal static class PassagesApi
{
    private const int Usual = 10, Most = 100, LongestQuery = 2000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/courses/{courseId:guid}/passages", SearchAsync).WithTags("Sources")
        .WithSummary("Searches the course's material").WithDescription("q: words or a question. take: 1 to 100, 10 where it is left out. Best first.")
        .ForMembers(CourseThing.Course).Refuses(RefusalKind.Invalid);

    private static async Task<Results<Ok<PassageListView>, Refused>> SearchAsync(Guid courseId, PassageSearch search, CancellationToken ct, string? q = null, int? take = null)
    {
        var inputs = new Inputs();
        var query = inputs.Text("q", q, "A question or words to search for", max: LongestQuery);
        if (take is < 1 or > Most) inputs.Add("take", $"Take must be from 1 to {Most}.");
        if (inputs.Refusal is { } refusal) return refusal.ToResult();
        return TypedResults.Ok(new PassageListView([.. (await search.SearchAsync(courseId, query, take ?? Usual, ct)).Select(PassageView.Of)]));
    }
}

/// <param name="Score">0 to 1, comparable within one query.</param>
public sealed record PassageView(Guid ChunkId, string Text, double Score, SourceName Source, Locator Locator)
{
    internal static PassageView Of(Passage passage) => new(passage.Chunk.Id, passage.Chunk.Text, passage.Score, new SourceName(passage.Chunk.SourceId, passage.SourceName), passage.Locator);
}

public sealed record PassageListView(IReadOnlyList<PassageView> Passages) : IExample<PassageListView>
{
    public static PassageListView Example { get; } = new([new PassageView(
        Examples.Id(5), "Working memory holds about four chunks at a time.", 0.93, new SourceName(Examples.Id(4), "memory.pdf"), new Locator(12, null, ["Memory", "Working memory"], null, null))]);
}

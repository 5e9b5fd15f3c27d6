using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Sources;

namespace Tutor.Courses;

internal static class SearchApi
{
    private const int LongestQuery = 2000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/search", FindAsync).WithTags("Courses").WithSummary("Searches all of the caller's courses")
        .WithDescription("Courses and modules by their titles, passages by what they say, best first in each course; for admins people by name and address. courseId: the course whose passages come first.")
        .Refuses(RefusalKind.Invalid);

    private static async Task<Results<Ok<FoundView>, Refused>> FindAsync(Caller caller, Finding finding, CancellationToken ct, string? q = null, Guid? courseId = null)
    {
        var inputs = new Inputs();
        var query = inputs.Text("q", q, "A question or words to search for", max: LongestQuery);
        return inputs.Refusal is { } refusal ? refusal.ToResult() : TypedResults.Ok(FoundView.Of(await finding.FindAsync(query, courseId, caller, ct)));
    }
}

public sealed record FoundThing(Guid Id, string Title, Guid? CourseId = null);

public sealed record FoundPassagesView(Guid CourseId, string CourseTitle, IReadOnlyList<PassageView> Passages);

public sealed record FoundPersonView(Guid Id, string Name, string Email);

public sealed record FoundView(IReadOnlyList<FoundThing> Courses, IReadOnlyList<FoundThing> Modules, IReadOnlyList<FoundPassagesView> Passages, IReadOnlyList<FoundPersonView> People) : IExample<FoundView>
{
    public static FoundView Example { get; } = new(
        [new(Examples.Id(2), "Memory")], [new(Examples.Id(6), "Working memory", Examples.Id(2))], [new(Examples.Id(2), "Memory", PassageListView.Example.Passages)], []);

    internal static FoundView Of(Found found) => new(
        [.. found.Courses.Select(c => new FoundThing(c.Id, c.Title))], [.. found.Modules.Select(m => new FoundThing(m.Id, m.Title, m.Course.Id))],
        [.. found.Passages.Select(p => new FoundPassagesView(p.Course.Id, p.Course.Title, [.. p.Passages.Select(PassageView.Of)]))],
        [.. found.People.Select(p => new FoundPersonView(p.Id, p.Name, p.Email))]);
}

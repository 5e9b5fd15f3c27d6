using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.Models.Accounting;
using Tutor.OpenApi;

namespace Tutor.Models;

/// <summary>What a course's calls of language models came to.</summary>
internal static class UsageApi
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/courses/{courseId:guid}/usage", GetAsync).WithTags("Work").WithSummary("What the course's calls of language models came to")
        .WithDescription("Of the last thirty days, in UTC. Calls under way count with what they may cost at most. Without a language model everything is 0.")
        .ForStaff(CourseThing.Course);

    private static async Task<Ok<UsageView>> GetAsync(Guid courseId, CourseUsageReader usage, CancellationToken ct) =>
        TypedResults.Ok(UsageView.Of(await usage.OfAsync(courseId, ct)));
}

/// <param name="Budget">Tokens a day, in and out together; null for no limit.</param>
/// <param name="SpentToday">Tokens since midnight UTC.</param>
/// <param name="Days">Days with calls, newest first.</param>
/// <param name="Purposes">By prompt and model, costliest first.</param>
/// <param name="Failures">Calls without an answer, by what was wrong, most frequent first.</param>
public sealed record UsageView(long? Budget, long SpentToday, DateTimeOffset ResetsAt, IReadOnlyList<UsageOfDay> Days, IReadOnlyList<UsageOfPurpose> Purposes, IReadOnlyList<UsageOfFailure> Failures) : IExample<UsageView>
{
    public static UsageView Example { get; } = new(
        2_000_000, 48_210, new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero),
        [new UsageOfDay(new DateOnly(2026, 3, 2), 14, 1, 40_110, 8_100)],
        [new UsageOfPurpose("Writer", "lesson", "local/qwen3-32b", 6, 0, 21_300, 5_900, 18_400)],
        [new UsageOfFailure("model-stalled", "The model stopped in the middle of its answer.", 1, new DateTimeOffset(2026, 3, 2, 11, 5, 0, TimeSpan.Zero))]);

    internal static UsageView Of(CourseUsage usage) => new(usage.Budget, usage.SpentToday, usage.ResetsAt, usage.Days, usage.Purposes, usage.Failures);
}

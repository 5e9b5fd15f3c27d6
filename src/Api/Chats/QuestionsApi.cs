using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.OpenApi;

namespace Tutor.Chats;

/// <summary>What learners asked that the material does not answer.</summary>
internal static class QuestionsApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/courses/{courseId:guid}/questions", GetAsync).WithTags("Chats").WithSummary("What was asked that the material does not answer")
        .WithDescription("Of the last ninety days, questions that ask the same together, most asked first. Who asked is not known.")
        .ForStaff(CourseThing.Course);

    private static async Task<Ok<QuestionListView>> GetAsync(Guid courseId, UncoveredQuestions uncovered, CancellationToken ct)
    {
        var clusters = await uncovered.OfAsync(courseId, ct);
        return TypedResults.Ok(new QuestionListView(clusters.Sum(c => c.Count), [.. clusters.Select(c => new QuestionClusterView(c.Text, c.Count, c.Others, c.Last))]));
    }
}

/// <param name="Text">The wording that is most like all of them.</param>
/// <param name="Others">Other wordings.</param>
public sealed record QuestionClusterView(string Text, int Count, IReadOnlyList<string> Others, DateTimeOffset LastAskedAt);

/// <param name="Asked">How often something was asked that the material does not answer.</param>
public sealed record QuestionListView(int Asked, IReadOnlyList<QuestionClusterView> Questions) : IExample<QuestionListView>
{
    public static QuestionListView Example { get; } = new(3, [new QuestionClusterView("How does sleep help memory?", 3, ["Why does sleep help us remember?"], Examples.Time)]);
}

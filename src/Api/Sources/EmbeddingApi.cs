using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.OpenApi;
using Tutor.Retrieval.Embedding;

namespace Tutor.Sources;

internal static class EmbeddingApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/courses/{courseId:guid}/embedding", GetAsync).WithTags("Sources")
        .WithSummary("The embedding model the course is searched with")
        .WithDescription("`failure` is there while some or all passages are found by their words alone, `next` and `progress` while another model takes over.")
        .ForStaff(CourseThing.Course);

    private static async Task<Ok<EmbeddingView>> GetAsync(Guid courseId, CourseEmbeddings embeddings, CancellationToken ct)
    {
        var found = await embeddings.OfAsync(courseId, ct);
        return TypedResults.Ok(new EmbeddingView(found.Model, found.Next, found.Progress, found.Failure));
    }
}

/// <param name="Model">Null while the course has no vectors.</param>
/// <param name="Next">The model whose vectors are being made.</param>
/// <param name="Progress">Of the next one, 0 to 1.</param>
public sealed record EmbeddingView(string? Model, string? Next, double? Progress, Failure? Failure) : IExample<EmbeddingView>
{
    public static EmbeddingView Example { get; } = new("lsa:1", "endpoint:nomic-embed-text", 0.4, null);
}

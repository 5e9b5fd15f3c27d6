using Microsoft.Extensions.AI;
using Tutor.Retrieval.Lsa;
using Tutor.Retrieval.Queries;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>The vector of a question. Without one a search answers by words alone: nobody is refused an answer because an embedder is away.</summary>
public static class QueryVector
{
    private const string Purpose = "purpose", ForQuery = "query";

    private static readonly EmbeddingGenerationOptions s_options = new() { AdditionalProperties = new AdditionalPropertiesDictionary { [Purpose] = ForQuery } };

    /// <summary>Whether a question is to be embedded rather than a passage: some models want other words in front, and nobody waits long for it.</summary>
    public static bool IsWanted(EmbeddingGenerationOptions? options) => options?.AdditionalProperties?.TryGetValue(Purpose, out var purpose) == true && purpose is ForQuery;

    /// <summary>A model of the course's own terms gets the terms the question was read as, any other its text.</summary>
    /// <param name="embedder">Null where there is no model.</param>
    /// <param name="dimensions">Of the vectors it is compared with; 0 where there are none.</param>
    /// <returns>Empty where the embedder is away, or gives what cannot be compared; <see cref="CourseEmbeddings"/> tells staff why.</returns>
    internal static async Task<ReadOnlyMemory<float>> OfAsync(IEmbeddingGenerator<string, Embedding<float>>? embedder, Guid courseId, Query query, int dimensions, CancellationToken ct)
    {
        if (embedder is null || dimensions == 0) return default;
        if (embedder.GetService<LsaModel>() is { } model && model.Dimensions == dimensions) return model.Embed(query.Terms.Select(t => (t.Term, t.Weight)));
        try
        {
            return (await CheckedEmbeddings.EmbedAsync(embedder, [query.Text], dimensions, EmbeddingCall.For(courseId, s_options), ct))[0];
        }
        catch (Exception e) when (e is EmbeddingUnavailableException or SourceRefusedException)
        {
            return default;
        }
    }
}

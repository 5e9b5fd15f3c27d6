using Microsoft.Extensions.AI;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>The vector of a question. Without one a search answers by words alone: nobody is refused an answer because an embedder is away.</summary>
public static class QueryVector
{
    private const string Purpose = "purpose", Query = "query";

    private static readonly EmbeddingGenerationOptions s_options = new() { AdditionalProperties = new AdditionalPropertiesDictionary { [Purpose] = Query } };

    /// <summary>Whether a question is to be embedded rather than a passage: some models want other words in front, and nobody waits long for it.</summary>
    public static bool IsWanted(EmbeddingGenerationOptions? options) => options?.AdditionalProperties?.TryGetValue(Purpose, out var purpose) == true && purpose is Query;

    /// <param name="embedder">Null where there is no model.</param>
    /// <param name="dimensions">Of the vectors it is compared with; 0 where there are none.</param>
    /// <returns>Empty where the embedder is away, or gives what cannot be compared; <see cref="CourseEmbeddings"/> tells staff why.</returns>
    public static async Task<ReadOnlyMemory<float>> OfAsync(IEmbeddingGenerator<string, Embedding<float>>? embedder, string text, int dimensions, CancellationToken ct)
    {
        if (embedder is null || dimensions == 0) return default;
        try
        {
            return (await CheckedEmbeddings.EmbedAsync(embedder, [text], dimensions, s_options, ct))[0];
        }
        catch (Exception e) when (e is EmbeddingUnavailableException or SourceRefusedException)
        {
            return default;
        }
    }
}

using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

namespace Tutor.Models.OpenAi;

/// <summary>The package's embedding client as an <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>. One try; what it gives is checked where it is stored.</summary>
internal sealed class OpenAiEmbeddings(EmbeddingClient client, EndpointSettings endpoint, string model) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new(endpoint.Name, endpoint.Address, model);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => Faults.NamedAsync(
        async () =>
        {
            var answer = (await client.GenerateEmbeddingsAsync(values, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = options?.Dimensions }, cancellationToken)).Value;
            return new GeneratedEmbeddings<Embedding<float>>(answer.OrderBy(e => e.Index).Select(e => new Embedding<float>(e.ToFloats()) { ModelId = model }))
            {
                Usage = answer.Usage is { } usage ? new UsageDetails { InputTokenCount = usage.InputTokenCount, TotalTokenCount = usage.TotalTokenCount } : null,
            };
        },
        cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The connection belongs to the endpoint.
    }
}

using Microsoft.Extensions.AI;

namespace Tutor.Retrieval.Lsa;

/// <summary>A fitted model behind the common interface of embedders.</summary>
/// <param name="name">The model's name, which every vector carries: <c>lsa:1</c>.</param>
public sealed class LsaEmbeddingGenerator(LsaModel model, string name) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("lsa", defaultModelId: name, defaultModelDimensions: model.Dimensions);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(model.Embed(value)) { ModelId = name });
        }
        return Task.FromResult(embeddings);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType == typeof(LsaModel) ? model
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }
}

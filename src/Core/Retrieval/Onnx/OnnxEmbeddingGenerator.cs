using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;
using Tutor.Sources;

namespace Tutor.Retrieval.Onnx;

/// <summary>A model on disk behind the common interface of embedders. The model in memory is shared and outlives this.</summary>
internal sealed class OnnxEmbeddingGenerator(OnnxDescription description, Func<OnnxEmbedder> embedder) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("onnx", defaultModelId: description.VectorName, defaultModelDimensions: description.Dimensions);

    /// <exception cref="EmbeddingUnavailableException">The model cannot be loaded.</exception>
    /// <exception cref="SourceRefusedException">It cannot work on one of the texts.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var isQuery = QueryVector.IsWanted(options);
        var model = await Task.Run(embedder, cancellationToken);
        var vectors = await VectorsAsync(model, values, isQuery, cancellationToken);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(v => new Embedding<float>(v) { ModelId = description.VectorName }));
    }

    private static async Task<float[][]> VectorsAsync(OnnxEmbedder model, IEnumerable<string> values, bool isQuery, CancellationToken ct)
    {
        try
        {
            return await Task.WhenAll(values.Select(v => model.EmbedAsync(v, isQuery, ct)));
        }
        catch (OrtException e)
        {
            throw new SourceRefusedException(new Failure(
                "embedding-refused", "The embedding model stopped at one of the passages.", "Ask an administrator to check the embedding model with ./tutor doctor, then try again."), e);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}

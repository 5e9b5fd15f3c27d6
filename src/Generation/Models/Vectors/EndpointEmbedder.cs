using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;
using Tutor.Sources;

namespace Tutor.Models.Vectors;

/// <summary>
/// Vectors of an endpoint for a course: in batches an endpoint takes, and with its failures told apart: away (tried again later), or giving what
/// cannot be stored (refused). Dimensions and numbers are checked by whoever stores them.
/// </summary>
internal sealed class EndpointEmbedder(IEmbeddingGenerator<string, Embedding<float>> endpoint, EmbedderHealth health) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Texts in a request: about 15,000 tokens; endpoints take 32 at least, and hosted ones 2,048.</summary>
    private const int BatchSize = 32;

    /// <summary>How long a search waits for its question's vector.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <exception cref="EmbeddingUnavailableException">The endpoint gives no vectors now.</exception>
    /// <exception cref="SourceRefusedException">It gives vectors that cannot be used.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (QueryVector.IsWanted(options)) return await QuestionAsync([.. values], options, cancellationToken);
        var batches = await Task.WhenAll(values.Chunk(BatchSize).Select(batch => CheckedAsync(batch, options, cancellationToken)));
        return new GeneratedEmbeddings<Embedding<float>>(batches.SelectMany(b => b));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => endpoint.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        // The connection is shared by all courses.
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> QuestionAsync(string[] texts, EmbeddingGenerationOptions? options, CancellationToken ct)
    {
        if (health is { Rests: true, Down: { } down }) throw new EmbeddingUnavailableException(down);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_patience);
        try
        {
            return await CheckedAsync(texts, options, patience.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw Away(ModelFailures.Overlong, e);
        }
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> CheckedAsync(string[] texts, EmbeddingGenerationOptions? options, CancellationToken ct)
    {
        try
        {
            var vectors = await endpoint.GenerateAsync(texts, options, ct);
            health.Succeeded();
            if (vectors.Count != texts.Length) throw Refused($"it gave {vectors.Count} vectors for {texts.Length} texts");
            if (vectors.Any(v => TensorPrimitives.Norm(v.Vector.Span) == 0)) throw Refused("it gave a vector of zeros");
            return vectors;
        }
        catch (ModelFailedException e) when (e.Failure.Code == ModelFailures.Unreadable.Code || IsAboutTheTexts(e.Failure))
        {
            throw Refused(e.Failure.Message, e);
        }
        catch (ModelFailedException e)
        {
            throw Away(e.Failure, e);
        }
    }

    // An address or a key that is wrong is put right in the settings: the course waits as for an endpoint that is down.
    private static bool IsAboutTheTexts(ModelFailure failure) => failure.Code == ModelFailures.RequestRefused(400).Code || failure.Code == ModelFailures.TooLong.Code;

    private EmbeddingUnavailableException Away(ModelFailure why, Exception inner)
    {
        var failure = new Failure(
            "embedding-endpoint-unreachable", $"Passages are found by their words alone: the embedding endpoint gives no vectors. {why.Message}",
            "It is tried again by itself, and nothing is lost. If this lasts, ask an administrator to run ./tutor doctor.");
        health.Failed(failure);
        return new EmbeddingUnavailableException(failure, inner);
    }

    private static SourceRefusedException Refused(string why, Exception? inner = null) => new(new Failure(
        "embedding-refused", $"The embedding model cannot be used: {why}.", "Ask an administrator to check the embedding model, then try again."), inner);
}

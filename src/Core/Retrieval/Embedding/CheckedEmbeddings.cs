using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>Vectors as they may be stored: one for each text, of one dimension, finite, of length 1.</summary>
internal static class CheckedEmbeddings
{
    /// <param name="dimensions">Of the vectors there are already; null where these are the first.</param>
    /// <exception cref="SourceRefusedException">The model answers with something that cannot be searched.</exception>
    public static async Task<IReadOnlyList<float[]>> EmbedAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, IReadOnlyList<string> texts, int? dimensions, EmbeddingGenerationOptions? options, CancellationToken ct)
    {
        var embeddings = await generator.GenerateAsync(texts, options, ct);
        if (embeddings.Count != texts.Count) throw Refused($"it gave {embeddings.Count} vectors for {texts.Count} passages");
        var wanted = dimensions ?? embeddings[0].Vector.Length;
        if (wanted == 0) throw Refused("it gave empty vectors");
        return [.. embeddings.Select(e => UnitVector(e.Vector.Span, wanted))];
    }

    private static float[] UnitVector(ReadOnlySpan<float> vector, int dimensions)
    {
        if (vector.Length != dimensions) throw Refused($"it gave a vector of {vector.Length} numbers where the others have {dimensions}");
        var norm = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(norm)) throw Refused("it gave a vector that is not made of numbers");
        var unit = vector.ToArray();
        if (norm > 0) TensorPrimitives.Divide(unit, norm, unit);
        return unit;
    }

    private static SourceRefusedException Refused(string why) => new(new Failure(
        "embedding-refused", $"The embedding model cannot be used: {why}.", "Ask an administrator to check the embedding model, then try again."));
}

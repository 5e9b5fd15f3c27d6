using Tutor.Models.Vectors;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Onnx;
using Tutor.Sources;

namespace Tutor;

/// <summary>Whether the configured embedder is there and works.</summary>
internal static class EmbedderCheck
{
    /// <summary>Why a server should not start: a slip in a name would otherwise have every course embedded anew.</summary>
    public static string? Refusal(IServiceProvider services)
    {
        var (settings, folder) = (services.GetRequiredService<EmbedderSettings>(), services.GetRequiredService<OnnxFolder>());
        return settings.OnnxName is { } name && folder.Find(name) is null
            ? $"TUTOR_EMBEDDER is onnx:{name}, but there is no such model in {folder.Root}{Others(folder)} Add it with ./tutor models add DIR --name {name}, or set TUTOR_EMBEDDER to lsa."
            : null;
    }

    /// <summary>Uses it once.</summary>
    /// <returns>What it is.</returns>
    /// <exception cref="InvalidOperationException">It does not work; the message says why and what to do.</exception>
    public static async Task<string> TryAsync(IServiceProvider services, CancellationToken ct)
    {
        var settings = services.GetRequiredService<EmbedderSettings>();
        if (Refusal(services) is { } refusal) throw new InvalidOperationException(refusal);
        if (settings.Embedder == EmbedderSettings.Lsa) return "lsa, learned from each course";
        try
        {
            if (settings.OnnxName is { } name) await Task.Run(() => services.GetRequiredService<OnnxAdding>().Try(services.GetRequiredService<OnnxFolder>().Find(name)!), ct);
            if (settings.OnnxName is not null) return $"{settings.Embedder}, ONNX Runtime {OnnxLibrary.Version}";
            using var endpoint = services.GetRequiredService<EndpointModels>().Open(new CourseModel("", false, 0, null));
            return $"{services.GetRequiredService<EndpointModels>().Name}, {(await endpoint.GenerateAsync(["A sentence to try."], cancellationToken: ct))[0].Vector.Length} dimensions";
        }
        catch (EmbeddingUnavailableException e)
        {
            throw new InvalidOperationException($"{e.Failure.Message} {e.Failure.Action}", e);
        }
        catch (SourceRefusedException e)
        {
            throw new InvalidOperationException(e.Failure.Message, e);
        }
    }

    private static string Others(OnnxFolder folder) => folder.All() is { Count: > 0 } all ? $" (there are {string.Join(", ", all.Select(m => m.Name))})." : ".";
}

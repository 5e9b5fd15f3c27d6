using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;
using Tutor.Sources;

namespace Tutor.Retrieval.Onnx;

/// <summary>Embedding models on disk, named <c>onnx:NAME@HASH</c>. Each is loaded when it is first needed, once for all callers.</summary>
/// <param name="wanted">The name of the model that serves new courses; null where another embedder does.</param>
public sealed class OnnxModels(OnnxFolder folder, OnnxLibrary library, string? wanted = null) : IEmbeddingModels, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<OnnxEmbedder>> _loaded = new(StringComparer.Ordinal);
    private readonly Lazy<OnnxDescription?> _wanted = new(() => wanted is null ? null : folder.Find(wanted));

    /// <summary>Set while the last model that was asked for cannot be loaded.</summary>
    public Failure? Down { get; private set; }

    public bool Opens(string model) => Find(model) is not null;

    public bool Serves(CourseModel model, int chunks) => _wanted.Value?.VectorName == model.Name;

    /// <exception cref="EmbeddingUnavailableException">The model that is wanted is not there.</exception>
    public CourseModel Create(IReadOnlyList<string> texts, IReadOnlyCollection<string> earlier) =>
        new((_wanted.Value ?? throw Missing(wanted ?? "")).VectorName, Current: false, texts.Count, Weights: null);

    public IEmbeddingGenerator<string, Embedding<float>> Open(CourseModel model)
    {
        var description = Find(model.Name) ?? throw Missing(model.Name);
        return new OnnxEmbeddingGenerator(description, () => Embedder(description));
    }

    public void Dispose()
    {
        foreach (var embedder in _loaded.Values)
            if (embedder.IsValueCreated)
                embedder.Value.Dispose();
    }

    private OnnxEmbedder Embedder(OnnxDescription description)
    {
        try
        {
            library.Load();
            var embedder = _loaded.GetOrAdd(description.VectorName, _ => new Lazy<OnnxEmbedder>(() => new OnnxEmbedder(folder.Of(description.Name), description))).Value;
            Down = null;
            return embedder;
        }
        catch (EmbeddingUnavailableException e)
        {
            Down = e.Failure;
            throw;
        }
        catch (Exception e) when (e is OrtException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            _loaded.TryRemove(description.VectorName, out _); // What is put right is seen without a restart.
            Down = new Failure("embedding-model-broken", $"The embedding model {description.Name} cannot be loaded.", $"An administrator can see why with ./tutor doctor, and add it anew with ./tutor models add.");
            throw new EmbeddingUnavailableException(Down, e);
        }
    }

    /// <summary>Under the name in the database; null where the files are gone, or others than those its vectors were made with.</summary>
    private OnnxDescription? Find(string model)
    {
        if (_wanted.Value?.VectorName == model) return _wanted.Value;
        if (!model.StartsWith(OnnxDescription.Prefix, StringComparison.Ordinal)) return null;
        var found = folder.Find(model[OnnxDescription.Prefix.Length..].Split('@')[0]);
        return found?.VectorName == model ? found : null;
    }

    private static EmbeddingUnavailableException Missing(string name) => new(new Failure(
        "embedding-model-missing", $"The embedding model {name} is not here.", "An administrator can add it with ./tutor models add, or choose another embedder in TUTOR_EMBEDDER."));
}

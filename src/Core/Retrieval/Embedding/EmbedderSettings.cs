using Tutor.Retrieval.Onnx;

namespace Tutor.Retrieval.Embedding;

/// <summary>Which embedder serves, and where models and their library are.</summary>
/// <param name="Home">TUTOR_HOME.</param>
/// <param name="Embedder">TUTOR_EMBEDDER: <c>lsa</c>, <c>onnx:NAME</c> or <c>endpoint</c>.</param>
/// <param name="OnnxRuntime">TUTOR_ONNXRUNTIME: the library's file, where it is not the usual one.</param>
public sealed record EmbedderSettings(string Home, string Embedder = EmbedderSettings.Lsa, string? OnnxRuntime = null)
{
    public const string Lsa = "lsa", Onnx = "onnx", Endpoint = "endpoint";

    public bool IsValid => Embedder is Lsa or Endpoint || OnnxName is { } name && OnnxFolder.IsName(name);

    /// <summary>Under which its <see cref="IEmbeddingModels"/> is registered.</summary>
    public string Kind => OnnxName is null ? Embedder : Onnx;

    /// <summary>Null where another kind serves.</summary>
    public string? OnnxName => Embedder.StartsWith(OnnxDescription.Prefix, StringComparison.Ordinal) ? Embedder[OnnxDescription.Prefix.Length..] : null;
}

using Tutor.Retrieval.Embedding;
using Tutor.Sources;

namespace Tutor.Retrieval.Onnx;

/// <summary>Where ONNX Runtime's library is. Tutor works without it; only models of the kind <c>onnx</c> need it.</summary>
/// <param name="home">TUTOR_HOME; <c>./tutor models install</c> puts it below.</param>
/// <param name="named">TUTOR_ONNXRUNTIME: a file to use instead.</param>
public sealed class OnnxLibrary(string home, string? named = null)
{
    public const string FileName = "libonnxruntime.so.1", Folder = "onnxruntime";

    /// <exception cref="EmbeddingUnavailableException">It is not there or cannot be loaded.</exception>
    public void Load()
    {
        // What the system has installed comes last.
        var path = named ?? (File.Exists(Path.Combine(home, Folder, FileName)) ? Path.Combine(home, Folder, FileName) : FileName);
        try
        {
            OrtApi.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or OrtException)
        {
            throw new EmbeddingUnavailableException(new Failure(
                "onnxruntime-missing", $"The library ONNX Runtime, which runs embedding models, cannot be loaded from {path}.",
                "An administrator can fetch it with ./tutor models install, then start Tutor again."), e);
        }
    }

    /// <summary>Its version; null before it is loaded.</summary>
    public static string? Version => OrtApi.LibraryVersion;
}

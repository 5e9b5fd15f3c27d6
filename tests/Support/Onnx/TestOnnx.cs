namespace Tutor.Onnx;

/// <summary>ONNX Runtime's library for tests: the file TUTOR_ONNXRUNTIME, or what <c>./tutor models install</c> has put into the repository's own folder.</summary>
public static class TestOnnx
{
    public const string Absent = "needs ONNX Runtime (./tutor models install fetches it)";

    public static string? Library { get; } = Find();

    public static bool Present => Library is not null;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TUTOR_ONNXRUNTIME") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, ".tutor", "onnxruntime", "libonnxruntime.so.1") is var file && File.Exists(file))
                return file;
        return null;
    }
}

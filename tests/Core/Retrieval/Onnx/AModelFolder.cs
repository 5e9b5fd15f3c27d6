using Tutor.Onnx;
using Xunit;

namespace Tutor.Retrieval.Onnx;

/// <summary>A home of its own, and a folder with a downloaded model beside it.</summary>
public abstract class AModelFolder : IDisposable
{
    protected static readonly string[][] Themes = [["cat", "feline"], ["car", "automobile"], ["bread", "loaf"]];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tutor-models-");

    protected AModelFolder()
    {
        Assert.SkipUnless(TestOnnx.Present, TestOnnx.Absent);
        Downloaded = Path.Combine(_folder.FullName, "Tiny-Model");
        TinyModel.Write(Downloaded, Themes);
        Models = new OnnxFolder(Path.Combine(_folder.FullName, "home"));
        Library = new OnnxLibrary(_folder.FullName, TestOnnx.Library);
        Adding = new OnnxAdding(Models, Library);
    }

    protected string Downloaded { get; }
    protected OnnxFolder Models { get; }
    protected OnnxLibrary Library { get; }
    protected OnnxAdding Adding { get; }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

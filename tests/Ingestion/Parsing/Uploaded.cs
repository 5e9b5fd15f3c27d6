using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing;

/// <summary>Puts bytes on disk under a name that tells nothing, as uploads are stored, and parses them with the parsers the product registers.</summary>
internal static class Uploaded
{
    private static readonly SourceParsers Parsers =
        new ServiceCollection().AddLogging().AddParsers().BuildServiceProvider().GetRequiredService<SourceParsers>();

    public static Task<ParsedSource> ParseAsync(string name, string text) => ParseAsync(name, Encoding.UTF8.GetBytes(text));

    public static Task<ParsedSource> ParseAsync(string name, byte[] bytes) =>
        OnDiskAsync(bytes, path => Parsers.ParseAsync(path, name, progress: null, TestContext.Current.CancellationToken));

    public static Task<ParsedSource> ParseFileAsync(string path, string name) => Parsers.ParseAsync(path, name, progress: null, TestContext.Current.CancellationToken);

    public static Task<Failure?> CheckAsync(string name, byte[] bytes) => OnDiskAsync(bytes, path => Task.FromResult(UploadCheck.Check(path, name)));

    /// <summary>The code of the refusal; fails where the file is taken.</summary>
    public static async Task<string> RefusalAsync(string name, byte[] bytes) =>
        (await Assert.ThrowsAsync<SourceRefusedException>(() => ParseAsync(name, bytes))).Failure.Code;

    public static async Task<T> OnDiskAsync<T>(byte[] bytes, Func<string, Task<T>> use)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        try
        {
            return await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

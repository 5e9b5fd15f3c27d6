using Microsoft.Extensions.Logging.Abstractions;
using Tutor.Parsing.Jail;
using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Pdf;

internal static class Parsers
{
    public static PdfParser Pdf() => new(new ReaderJail(NullLogger<ReaderJail>.Instance), NullLogger<PdfParser>.Instance);

    public static Task<ParsedSource> ParseAsync(string path) => Pdf().ParseAsync(path, Path.GetFileName(path), null, TestContext.Current.CancellationToken);

    public static async Task<ParsedSource> ParseAsync(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, pdf, TestContext.Current.CancellationToken);
        try
        {
            return await ParseAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static async Task<Failure> RefusalAsync(byte[] pdf) => (await Assert.ThrowsAsync<SourceRefusedException>(() => ParseAsync(pdf))).Failure;
}

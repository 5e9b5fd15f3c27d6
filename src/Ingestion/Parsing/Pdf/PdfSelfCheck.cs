using Tutor.Parsing.Jail;

namespace Tutor.Parsing.Pdf;

/// <summary>
/// Whether poppler reads all it should: without the package poppler-data it drops Chinese, Japanese and Korean text and says nothing.
/// The other reader would hide that, so poppler is asked alone.
/// </summary>
public sealed class PdfSelfCheck(ReaderJail jail)
{
    /// <summary>What the Japanese sample says.</summary>
    private const string Sentence = "細胞は生命の最小の単位である";

    public static string Sample { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "doctor", "japanese.pdf");

    /// <exception cref="FileNotFoundException">pdftotext or prlimit is not installed.</exception>
    public async Task<bool> ReadsJapaneseAsync(CancellationToken ct)
    {
        var text = "";
        var spec = new JailSpec("pdftotext", ["-q", Sample, "-"]) { Readable = [Sample] };
        await jail.RunAsync(spec, async (output, token) => text = await new StreamReader(output).ReadToEndAsync(token), ct);
        return text.Contains(Sentence, StringComparison.Ordinal);
    }
}

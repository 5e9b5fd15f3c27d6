using Tutor.Parsing.Pdf;

namespace Tutor;

/// <summary>Says at the start of a worker what its PDF reader would lose without a word.</summary>
internal sealed class ReaderSelfCheck(PdfSelfCheck check, ILogger<ReaderSelfCheck> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await check.ReadsJapaneseAsync(stoppingToken))
                log.LogWarning("Chinese, Japanese and Korean text of PDFs is lost: install the package poppler-data and start again.");
        }
        catch (FileNotFoundException missing)
        {
            log.LogError("PDFs cannot be read: {Reason} Run ./tutor doctor.", missing.Message);
        }
    }
}

using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Tutor.Courses;
using Tutor.Hosts;
using Tutor.Parsing.Jail;
using Tutor.Parsing.Pdf;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>A long PDF from bytes to blocks.</summary>
public sealed class PdfReading : IBenchmark
{
    public string Name => "pdf-reading";

    public string Says => "One PDF of 1,000 pages or more (the books' PDFs joined over and over) read to blocks in the jail, against pdftotext -bbox-layout alone on the same file. The two take turns.";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var pages = await Material.JoinAsync(folder["long.pdf"], run.Sizes.Pages, ct);
        var parser = new PdfParser(new ReaderJail(NullLogger<ReaderJail>.Instance), NullLogger<PdfParser>.Instance);
        var (ours, alone) = (new List<double>(), new List<double>());
        var blocks = 0;
        for (var i = 0; i < run.Sizes.Repeats; i++)
        {
            alone.Add((await Command.RunAsync("pdftotext", ["-q", "-bbox-layout", folder["long.pdf"], "/dev/null"], ct)).Took.TotalSeconds);
            var watch = Stopwatch.StartNew();
            blocks = (await parser.ParseAsync(folder["long.pdf"], "long.pdf", null, ct)).Blocks.Count;
            ours.Add(watch.Elapsed.TotalSeconds);
        }
        run.Add(new Figure($"{pages:N0} pages to {blocks:N0} blocks, pages a second", pages / Median.Of(ours), "", "pdftotext -bbox-layout", pages / Median.Of(alone), Bar.AtLeastRatio(.5)));
    }
}

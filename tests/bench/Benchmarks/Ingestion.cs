using System.Diagnostics;
using Tutor.Courses;
using Tutor.Hosts;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>Files from upload to ready, through the public API.</summary>
public sealed class Ingestion : IBenchmark
{
    public string Name => "ingestion";

    public string Says => "Files uploaded by the public API into a new course, until every source is ready (read, chunked, embedded, searchable). PDFs against pdftotext -bbox-layout over the same files one after the other; books as Markdown against PostgreSQL's own full-text index (to_tsvector and GIN) of the same paragraphs.";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await TeachingScene.MakeAsync(run, ct);
        // The first upload of a server's life compiles its code.
        await UploadAsync(scene, [Material.Books[0].Files[0]], ct);
        await PdfsAsync(run, scene, ct);
        foreach (var book in Material.Books) await BookAsync(run, scene, book with { Files = [.. book.Files.Take(run.Sizes.Files ?? int.MaxValue)] }, ct);
    }

    private static async Task PdfsAsync(BenchRun run, TeachingScene scene, CancellationToken ct)
    {
        var pdfs = Material.Pdfs.Take(run.Sizes.Files ?? int.MaxValue).ToList();
        var (ours, alone) = (new List<double>(), new List<double>());
        for (var i = 0; i < run.Sizes.Repeats; i++)
        {
            ours.Add(await UploadAsync(scene, pdfs, ct));
            var seconds = 0.0;
            foreach (var pdf in pdfs) seconds += (await Command.RunAsync("pdftotext", ["-q", "-bbox-layout", pdf, "/dev/null"], ct)).Took.TotalSeconds;
            alone.Add(seconds);
        }
        run.Add(new Figure($"{pdfs.Count} PDFs, upload to ready", Median.Of(ours), "s", "pdftotext -bbox-layout", Median.Of(alone), Bar.AtMostValue(5, "s")));
    }

    private static async Task BookAsync(BenchRun run, TeachingScene scene, Book book, CancellationToken ct)
    {
        var seconds = new List<double>();
        scene.Server.ForgetPeak();
        for (var i = 0; i < run.Sizes.Repeats; i++) seconds.Add(await UploadAsync(scene, book.Files, ct));
        run.Add(new Figure($"{book.Name}, {book.Files.Count} Markdown files, upload to ready", Median.Of(seconds), "s", "PostgreSQL full-text index", await FullTextAsync(scene, book, ct), Bar.AtMostValue(15, "s")));
        run.Add(new Figure($"{book.Name}, the server's peak memory", scene.Server.PeakMemory, "MB", Bar: Bar.AtMostValue(600, "MB")));
    }

    private static async Task<double> UploadAsync(TeachingScene scene, IReadOnlyList<string> files, CancellationToken ct)
    {
        var course = await scene.Api.CourseAsync("Ingestion", ct);
        var watch = Stopwatch.StartNew();
        await scene.Api.UploadAsync(course, files, ct);
        await scene.Api.ReadyAsync(course, ct);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> FullTextAsync(TeachingScene scene, Book book, CancellationToken ct)
    {
        var paragraphs = book.Files.SelectMany(f => File.ReadAllText(f).Split("\n\n")).ToArray();
        var watch = Stopwatch.StartNew();
        await scene.Database.ExecuteAsync("create table full_text as select paragraph, to_tsvector('english', paragraph) as words from unnest($1) as paragraph", ct, (object)paragraphs);
        await scene.Database.ExecuteAsync("create index on full_text using gin (words)", ct);
        var took = watch.Elapsed.TotalSeconds;
        await scene.Database.ExecuteAsync("drop table full_text", ct);
        return took;
    }
}

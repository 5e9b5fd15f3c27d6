using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Reporting;
using Tutor.Work;

namespace Tutor.Benchmarks;

/// <summary>Outline, lessons and items of a whole book, and of one module of it.</summary>
public sealed class Writing : IBenchmark
{
    public string Name => "generation";

    public string Says => "The first book's outline with every module's lesson (then read in the standard profile) and items, by the public API, against the ingestion of the same book; then a module at a time in the warm course, each written anew, against the same requests where everything is written already. A module's share of the outline is the whole outline's time over the modules.";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await TeachingScene.MakeAsync(run, ct);
        var book = Material.Books[0];
        var course = await scene.Api.CourseAsync(book.Name, ct);
        var ingestion = Stopwatch.StartNew();
        await scene.Api.UploadAsync(course, book.Files.Take(run.Sizes.Files ?? int.MaxValue), ct);
        await scene.Api.ReadyAsync(course, ct);
        ingestion.Stop();

        var watch = Stopwatch.StartNew();
        await scene.Api.WriteAsync($"courses/{course}/outlines", new { }, ct);
        await UntilWrittenAsync(scene, course, ct);
        var modules = (await scene.Api.GetAsync($"courses/{course}/modules", ct)).GetProperty("modules").EnumerateArray().Select(m => m.GetProperty("id").GetGuid()).ToList();
        foreach (var module in modules) await scene.Api.BytesAsync($"modules/{module}/lesson?detail=standard", ct);
        run.Add(new Figure($"{book.Name}, {modules.Count} modules with lesson and items", watch.Elapsed.TotalSeconds, "s", "its ingestion", ingestion.Elapsed.TotalSeconds, Bar.AtMostValue(60, "s")));
        await ModulesAsync(run, scene, course, modules, ct);
    }

    private static async Task ModulesAsync(BenchRun run, TeachingScene scene, Guid course, List<Guid> modules, CancellationToken ct)
    {
        await ForgetAsync(scene, ct);
        var outline = await TimeAsync(() => scene.Api.WriteAsync($"courses/{course}/outlines", new { }, ct));
        await UntilWrittenAsync(scene, course, ct);
        var share = outline / modules.Count;
        var (anew, again) = (new List<double>(), new List<double>());
        foreach (var module in modules.Take(run.Sizes.Modules ?? int.MaxValue))
        {
            await ForgetAsync(scene, ct);
            anew.Add(share + await TimeAsync(() => WriteAsync(scene, module, ct)));
            again.Add(await TimeAsync(() => WriteAsync(scene, module, ct)));
        }
        run.Add(new Figure("outline of the whole book, anew", outline, "ms"));
        run.Add(new Figure("outline's share, lesson and ten items of a module, p50", Median.Percentile(anew, 50), "ms", "written already", Median.Percentile(again, 50)));
        run.Add(new Figure("outline's share, lesson and ten items of a module, p95", Median.Percentile(anew, 95), "ms", "written already", Median.Percentile(again, 95), Bar.AtMostValue(500, "ms")));
    }

    private static async Task WriteAsync(TeachingScene scene, Guid module, CancellationToken ct)
    {
        await TryAsync(scene, $"modules/{module}/lessons", new { }, ct);
        await TryAsync(scene, $"modules/{module}/items", new { count = 10 }, ct);
    }

    private static readonly string[] s_tooLittle = ["too-few-facts", "no-sure-questions", "too-little-text"];

    // A module whose text holds too little says so: that is an answer as well, and takes as long.
    private static async Task TryAsync(TeachingScene scene, string path, object body, CancellationToken ct)
    {
        try
        {
            await scene.Api.WriteAsync(path, body, ct);
        }
        catch (InvalidOperationException refused) when (s_tooLittle.Any(code => refused.Message.Contains(code, StringComparison.Ordinal)))
        {
            // Told, not written.
        }
    }

    // What is written once is never written again: so that it is, it is forgotten.
    private static Task<int> ForgetAsync(TeachingScene scene, CancellationToken ct) => scene.Database.ExecuteAsync("truncate artefacts", ct);

    private static async Task UntilWrittenAsync(TeachingScene scene, Guid course, CancellationToken ct)
    {
        while (true)
        {
            await using var db = scene.Database.NewContext();
            if (!await db.Generations.AnyAsync(g => g.CourseId == course && (g.State == WorkState.Queued || g.State == WorkState.Running), ct)) return;
            await Task.Delay(20, ct);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }
}

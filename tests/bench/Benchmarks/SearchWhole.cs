using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Load;
using Tutor.Reporting;
using Tutor.Retrieval;
using Tutor.Retrieval.Embedding;

namespace Tutor.Benchmarks;

/// <summary>The search of passages through the whole stack.</summary>
public sealed class SearchWhole : IBenchmark
{
    public string Name => "search";

    public string Says => "GET /api/v1/courses/{id}/passages?take=10 with a bearer token, a question after the other, by wrk; against the product's own reference search, the same scores computed by PostgreSQL and pgvector, one question after the other.";

    public string? Lacks => Wrk.Lacks;

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await TeachingScene.MakeAsync(run, ct);
        foreach (var size in new[] { run.Sizes.FewerChunks, run.Sizes.Chunks })
        {
            var (course, chunks) = await LargeCourse.MakeAsync(scene.Api, size, ct);
            await scene.Database.ExecuteAsync("analyze", ct);
            var reference = await ReferenceAsync(scene, course, run.Sizes.Queries / 10, ct);
            await Searches.RunAsync(scene.Server, course, scene.Token, 1, run.Sizes.Seconds, ct); // Loads the course, warms the code.
            foreach (var clients in new[] { 1, 8 })
            {
                var result = await Searches.RunAsync(scene.Server, course, scene.Token, clients, run.Sizes.Seconds, ct);
                var what = $"{chunks:N0} chunks, {clients} client{(clients == 1 ? "" : "s")}";
                run.Add(new Figure($"{what}, p50", result.P50, "ms", "SQL", Median.Percentile(reference, 50)));
                run.Add(new Figure($"{what}, p95", result.P95, "ms", "SQL", Median.Percentile(reference, 95), size == run.Sizes.Chunks && clients == 1 ? Bar.AtMostValue(10, "ms") : null));
                run.Add(new Figure($"{what}, searches a second", result.Rate, "", "SQL", 1000 / reference.Average()));
                if (result.Errors > 0) run.Add(new Figure($"{what}, errors", result.Errors, "", Bar: Bar.AtMostValue(0, "")));
            }
        }
    }

    private static async Task<List<double>> ReferenceAsync(TeachingScene scene, Guid course, int queries, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddTutorDatabase(scene.Database.ConnectionString).AddTutorRetrieval(new EmbedderSettings(Path.GetTempPath())).BuildServiceProvider();
        var search = services.GetRequiredService<ReferenceSearch>();
        await search.SearchAsync(course, Material.Questions[0], 10, ct);
        var times = new List<double>();
        for (var i = 0; i < Math.Max(1, queries); i++)
        {
            var watch = Stopwatch.StartNew();
            await search.SearchAsync(course, Material.Questions[i % Material.Questions.Count], 10, ct);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times;
    }
}

using System.Diagnostics;
using Tutor.Courses;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>What Tutor adds to the time a model's endpoint takes for a lesson.</summary>
public sealed class ModelLessons : IBenchmark
{
    public string Name => "model-lessons";

    public string Says => "Each module's lesson of two chapters of the first book written anew by the simulated endpoint of tests/Simulator, one after another, from the request to its ready state, against the time the endpoint itself took for the calls of that lesson. The rest is Tutor's: the queue, the prompt, the protocol, the checks, the rows.";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await ModelScene.MakeAsync(run, ct);
        var (_, modules) = await scene.WriteAsync(Math.Min(run.Sizes.Files ?? 2, 2), ct);
        var (own, whole) = (new List<double>(), new List<double>());
        foreach (var module in modules.Take(run.Sizes.Modules ?? int.MaxValue))
        {
            await scene.Teaching.Database.ExecuteAsync("truncate artefacts", ct);
            scene.Simulator.Log.Clear();
            var watch = Stopwatch.StartNew();
            await scene.Api.WriteAsync($"modules/{module}/lessons", new { }, ct);
            whole.Add(watch.Elapsed.TotalMilliseconds);
            own.Add(scene.Simulator.Log.All.Sum(r => r.Took.TotalMilliseconds));
        }
        var over = whole.Zip(own, (w, o) => w - o).ToList();
        run.Add(new Figure($"a lesson by the endpoint, {whole.Count} lessons, p50", Median.Percentile(whole, 50), "ms", "the endpoint's own time", Median.Percentile(own, 50)));
        run.Add(new Figure("a lesson by the endpoint, p95", Median.Percentile(whole, 95), "ms", "the endpoint's own time", Median.Percentile(own, 95)));
        run.Add(new Figure("what Tutor adds, p50", Median.Percentile(over, 50), "ms"));
        run.Add(new Figure("what Tutor adds, p95", Median.Percentile(over, 95), "ms", Bar: Bar.AtMostValue(250, "ms")));
    }
}

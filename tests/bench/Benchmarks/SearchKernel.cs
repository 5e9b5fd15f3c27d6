using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Tutor.Hosts;
using Tutor.Reporting;
using Tutor.Retrieval;

namespace Tutor.Benchmarks;

/// <summary>The exact top 10 of a course's vectors against FAISS over the same vectors.</summary>
public sealed class SearchKernel : IBenchmark
{
    // Debian's package is for Debian's interpreter, which need not be the first one on the path.
    private const string Python = "/usr/bin/python3";

    public string Name => "search-kernel";

    public string Says => "Exact top 10 in one course's vectors (384 dimensions, one thread) by BenchmarkDotNet, against FAISS IndexFlatIP (one thread, the faster of a run before and one after) on the same vectors and queries.";

    public string? Lacks { get; } = Command.Succeeds(Python, "-c", "import faiss") ? null : "python3-faiss";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var vectors = VectorFiles.Make(folder.Path, run.Sizes.Chunks, run.Sizes.Queries);
        KernelBenchmarks.Vectors = vectors;
        var flat = await FaissAsync(folder.Path, run.Sizes, ct);
        var ours = run.Sizes.AreFull ? Measure() : OnceEach();
        var recall = vectors.Queries.Select((q, i) => KernelBenchmarks.Top(q).Intersect(flat.Top[i]).Count() / 10.0).Average();
        var again = await FaissAsync(folder.Path, run.Sizes, ct);
        var against = $"FAISS {flat.Version} flat";
        run.Add(new Figure($"top 10 of {run.Sizes.Chunks:N0}, mean", ours, "ms", against, Math.Min(flat.Milliseconds, again.Milliseconds), Bar.AtMostRatio(1 / 3.0)));
        run.Add(new Figure("recall of FAISS's top 10", recall, "", Bar: Bar.AtLeastValue(1, "")));
    }

    private static double Measure()
    {
        var config = ManualConfig.CreateEmpty().AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance)).AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "tutor-bench"));
        return BenchmarkRunner.Run<KernelBenchmarks>(config).Reports.Single().ResultStatistics!.Mean / 1e6;
    }

    private static double OnceEach()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var query in KernelBenchmarks.Vectors.Queries) KernelBenchmarks.Top(query);
        return watch.Elapsed.TotalMilliseconds / KernelBenchmarks.Vectors.Queries.Count;
    }

    private static async Task<FaissResult> FaissAsync(string folder, Sizes sizes, CancellationToken ct)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Faiss", "flat.py"), folder, VectorFiles.Dimensions.ToString(CultureInfo.InvariantCulture), sizes.Repeats.ToString(CultureInfo.InvariantCulture)];
        var result = await Command.RunAsync(Python, arguments, ct, new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" });
        return JsonSerializer.Deserialize<FaissResult>(result.Output, JsonSerializerOptions.Web)!;
    }

    private sealed record FaissResult(string Version, double Milliseconds, IReadOnlyList<IReadOnlyList<int>> Top);
}

/// <summary>What BenchmarkDotNet calls.</summary>
public class KernelBenchmarks
{
    private int _next;
    private static VectorTable s_table = new([]);
    private static VectorFiles s_vectors = new([], []);

    internal static VectorFiles Vectors
    {
        get => s_vectors;
        set => (s_vectors, s_table) = (value, new VectorTable(value.Table));
    }

    [Benchmark]
    public int[] TopTen() => Top(s_vectors.Queries[_next++ % s_vectors.Queries.Count]);

    internal static int[] Top(float[] query) => [.. s_table.Top(query, 10).Select(t => t.Place)];
}

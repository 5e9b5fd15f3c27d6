using Tutor.Benchmarks;
using Tutor.Hosts;
using Tutor.Reporting;

const string usage = """
    usage: Tutor.Bench [--small] [--record] [--seconds N] [NAME…]
      --small    tiny sizes: shows that everything runs, the figures mean nothing
      --seconds  of load for each figure, instead of 10
      --record   write the figures into docs/performance.md
    TUTOR_BENCH_DATABASE is a superuser's connection string to the database postgres.
    """;

if (args is ["bare", ..]) return await BareServer.RunAsync(args[1..]);
var (small, record) = (args.Contains("--small"), args.Contains("--record"));
var sizes = small ? Sizes.Small : Sizes.Full;
var names = args.Where(a => a is not ("--small" or "--record")).ToList();
if (names.IndexOf("--seconds") is >= 0 and var at && at + 1 < names.Count && int.TryParse(names[at + 1], out var seconds))
{
    sizes = sizes with { Seconds = seconds };
    names.RemoveRange(at, 2);
}
var asked = Catalogue.Find(names);
if (asked is null || Environment.GetEnvironmentVariable("TUTOR_BENCH_DATABASE") is not { Length: > 0 } server)
{
    Console.Error.WriteLine(usage);
    Console.Error.WriteLine("Names: " + string.Join(", ", Catalogue.All.Select(b => b.Name)));
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var missing = 0;
var results = new List<(IBenchmark Benchmark, IReadOnlyList<Figure> Figures)>();
Console.WriteLine(Machine.Describe());
foreach (var benchmark in asked)
{
    Console.WriteLine($"\n{benchmark.Name}: {benchmark.Says}");
    if (benchmark.Lacks is { } lacks)
    {
        Console.WriteLine($"  not measured: {lacks} is missing");
        missing++;
        continue;
    }
    var run = new BenchRun(sizes, server, Console.Out);
    await benchmark.RunAsync(run, stop.Token);
    results.Add((benchmark, run.Figures));
    if (record) new PerformanceFile(Repository.Path("docs", "performance.md")).Record(benchmark.Name, benchmark.Says, run.Figures, DateOnly.FromDateTime(DateTime.UtcNow));
}

foreach (var (benchmark, figures) in results) Console.WriteLine($"\n{benchmark.Name}\n\n{FigureTable.Of(figures)}");
var missed = results.Sum(r => r.Figures.Count(f => f.Met == false));
Console.WriteLine(missed == 0 ? "Every bar that was measured is met." : $"{missed} bars are not met.");
return missed + missing == 0 ? 0 : 1;

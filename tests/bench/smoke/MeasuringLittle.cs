using Xunit;

namespace Tutor.Benchmarks;

/// <summary>Every benchmark with tiny sizes: that its parts run, not how fast.</summary>
public sealed class MeasuringLittle
{
    public static TheoryData<string> Names => [.. Catalogue.All.Select(b => b.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_benchmark_finds_figures_and_what_to_compare_them_with(string name)
    {
        var benchmark = Catalogue.All.Single(b => b.Name == name);
        Assert.SkipUnless(benchmark.Lacks is null, $"needs {benchmark.Lacks} (./tutor bench installs it)");
        var server = Environment.GetEnvironmentVariable("TUTOR_TEST_DATABASE") ?? throw new InvalidOperationException("TUTOR_TEST_DATABASE is not set. Run the tests with ./tutor test, which starts a PostgreSQL for them.");
        var run = new BenchRun(Sizes.Small, server, TextWriter.Null);

        await benchmark.RunAsync(run, TestContext.Current.CancellationToken);

        Assert.All(run.Figures, f => Assert.True(double.IsFinite(f.Value), f.What));
        Assert.Contains(run.Figures, f => f.Reference > 0 && f.Value > 0);
        Assert.All(run.Figures.Where(f => f.What.StartsWith("errors", StringComparison.Ordinal)), f => Assert.Equal(0, f.Value));
    }
}

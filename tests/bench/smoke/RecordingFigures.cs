using Xunit;

namespace Tutor.Reporting;

public sealed class RecordingFigures : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly DateOnly _day = new(2026, 3, 1);

    [Fact]
    public void Each_benchmark_has_a_part_of_its_own_and_the_rest_stays()
    {
        File.WriteAllText(_path, "# Performance\n\nWhat was said before.\n");
        var file = new PerformanceFile(_path);
        file.Record("first", "How.", [new Figure("a", 1, "ms")], _day);
        file.Record("second", "How else.", [new Figure("b", 2, "ms")], _day);
        var before = File.ReadAllText(_path);

        file.Record("first", "How.", [new Figure("a", 3, "ms")], _day);

        var after = File.ReadAllText(_path);
        Assert.Equal(before.Replace("1 ms", "3 ms", StringComparison.Ordinal), after);
        Assert.StartsWith("# Performance\n\nWhat was said before.\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_says_what_it_is_compared_with_and_whether_its_bar_is_met()
    {
        var figure = new Figure("search", 1, "ms", "FAISS", 4, Bar.AtMostRatio(1 / 3.0));

        Assert.Equal(["search", "1 ms", "FAISS: 4 ms", "0.25", "ratio ≤ 0.333", "met"], figure.Cells);
        Assert.False((figure with { Value = 2 }).Met);
        Assert.True(new Figure("errors", 0, "", Bar: Bar.AtMostValue(0, "")).Met);
        Assert.False(new Figure("rate", 1_600, "", Bar: Bar.AtLeastValue(1_700, "")).Met);
    }

    public void Dispose() => File.Delete(_path);
}

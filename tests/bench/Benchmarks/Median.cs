using Tutor.Load;

namespace Tutor.Benchmarks;

/// <summary>The middle of several measurements: a machine does other things now and then.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public static double Percentile(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    /// <summary>Errors are added up: none may be lost in the middle.</summary>
    public static WrkResult Of<T>(IReadOnlyList<T> rounds, Func<T, WrkResult> result)
    {
        var all = rounds.Select(result).ToList();
        return new WrkResult(all.Sum(r => r.Requests), Of(all.Select(r => r.Rate)), Of(all.Select(r => r.P50)), Of(all.Select(r => r.P95)), Of(all.Select(r => r.P99)), all.Sum(r => r.Errors));
    }
}

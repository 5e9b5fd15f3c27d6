using System.Globalization;

namespace Tutor.Reporting;

/// <summary>
/// The file the results are kept in. Each benchmark has a part of its own between two marks; a run replaces the parts of what it ran
/// and leaves all else as it is.
/// </summary>
public sealed class PerformanceFile(string path)
{
    public void Record(string benchmark, string says, IReadOnlyList<Figure> figures, DateOnly day)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "# Performance\n";
        var (begin, end) = ($"<!-- bench {benchmark} -->", $"<!-- end {benchmark} -->");
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var part = $"{begin}\n## {benchmark}\n\n{says}\n\n{FigureTable.Of(figures)}\nTaken {date} on {Machine.Describe()}.\n{end}";
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        File.WriteAllText(path, from >= 0 && to > from
            ? text[..from] + part + text[(to + end.Length)..]
            : $"{text.TrimEnd()}\n\n{part}\n");
    }
}

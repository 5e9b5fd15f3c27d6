using Tutor.Sources;

namespace Tutor.Web;

/// <summary>A source's state and figures in words for a teacher.</summary>
public static class SourceWords
{
    public static bool IsBusy(SourceState state) => state is SourceState.Queued or SourceState.Parsing or SourceState.Embedding;

    public static string State(SourceState state) => state switch
    {
        SourceState.Queued => "Waiting",
        SourceState.Parsing => "Being read",
        SourceState.Embedding => "Being indexed",
        SourceState.Ready => "Ready",
        _ => "Failed",
    };

    /// <summary>Class of the state's badge.</summary>
    public static string Look(SourceState state) => state switch
    {
        SourceState.Ready => "good",
        SourceState.Failed => "bad",
        SourceState.Queued => "",
        _ => "busy",
    };

    /// <summary>The format, by the name's ending: "PDF".</summary>
    public static string Kind(string name) => Path.GetExtension(name).TrimStart('.').ToUpperInvariant() switch
    {
        "MARKDOWN" => "MD",
        "HTM" => "HTML",
        "" => "FILE",
        var extension => extension,
    };

    public static IEnumerable<string> Facts(Source source)
    {
        yield return Words.Size(source.Bytes);
        if (source.Pages is { } pages) yield return Words.Count(pages, Kind(source.Name) == "PPTX" ? "slide" : "page");
        if (source.ChunkCount > 0) yield return Words.Count(source.ChunkCount, "passage");
    }

    /// <summary>One sentence on all sources of a course, for a status line.</summary>
    public static string Summary(IReadOnlyCollection<Source> sources)
    {
        var parts = new List<string>();
        var (ready, busy, failed) = (sources.Count(s => s.State == SourceState.Ready), sources.Count(s => IsBusy(s.State)), sources.Count(s => s.State == SourceState.Failed));
        if (ready > 0) parts.Add($"{ready} ready");
        if (busy > 0) parts.Add($"{busy} under way");
        if (failed > 0) parts.Add($"{failed} failed");
        return string.Join(", ", parts);
    }
}

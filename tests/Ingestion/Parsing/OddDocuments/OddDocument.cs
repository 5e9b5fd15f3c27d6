using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tutor.Parsing.OddDocuments;

/// <summary>One line of the manifest of odd documents: a file and what must become of it.</summary>
public sealed record OddDocument(string File, string Expected)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public IReadOnlyList<string> MustContainMostOf { get; init; } = [];

    public int MinChars { get; init; }

    public int MaxSeconds { get; init; } = 60;

    public string? Never { get; init; }

    public string? MustNotObey { get; init; }

    [JsonIgnore]
    public string Path => SharedData.Path("documents", "files", File);

    public static IReadOnlyList<OddDocument> All { get; } = !SharedData.Present
        ? []
        : [.. System.IO.File.ReadLines(SharedData.Path("documents", "manifest.jsonl")).Select(l => JsonSerializer.Deserialize<OddDocument>(l, Options)!)];
}

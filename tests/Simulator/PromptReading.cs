using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tutor.Simulation;

/// <summary>A text that stands between two marks of the prompt.</summary>
public sealed record Fenced(string Name, string Text);

/// <summary>What a model would make out of a prompt: what it is to do, and the material it may use.</summary>
public sealed partial class PromptReading
{
    private PromptReading(string task, string said, IReadOnlyList<Fenced> fenced) => (Task, Said, AllFenced) = (task, said, fenced);

    /// <summary>The title of the schema the answer shall have.</summary>
    public string Task { get; }

    /// <summary>What stands outside of all fences.</summary>
    public string Said { get; }

    public IReadOnlyList<Fenced> AllFenced { get; }

    /// <summary>What stands inside them.</summary>
    public string Material => string.Join('\n', AllFenced.Select(f => f.Text));

    public IReadOnlyList<Passage> Passages => [.. Numbered('p').Select(f => new Passage(f.Name, f.Text))];

    public static PromptReading Of(JsonNode request)
    {
        var text = string.Join('\n', request["messages"]!.AsArray().Select(m => (string)m!["content"]!));
        var task = (string?)request["response_format"]?["json_schema"]?["name"] ?? (Title().Matches(text).LastOrDefault()?.Groups[1].Value ?? "");
        return new PromptReading(task, Fence().Replace(text, ""), [.. Fence().Matches(text).Select(m => new Fenced(m.Groups["name"].Value, m.Groups["text"].Value))]);
    }

    /// <summary>p1, p2, … or o1, o2, …</summary>
    public IReadOnlyList<Fenced> Numbered(char letter) => [.. AllFenced.Where(f => f.Name[0] == letter && f.Name[1..].All(char.IsAsciiDigit) && f.Name.Length > 1)];

    public string? Named(string name) => AllFenced.FirstOrDefault(f => f.Name == name)?.Text;

    [GeneratedRegex(@"\[\[begin (?<name>\w+) (?<marker>\w+)\]\]\n(?<text>.*?)\n\[\[end \k<name> \k<marker>\]\]", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\"title\":\\s*\"(\\w+)\"")]
    private static partial Regex Title();
}

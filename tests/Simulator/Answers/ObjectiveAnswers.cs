using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tutor.Simulation.Answers;

internal static partial class ObjectiveAnswers
{
    private const int Most = 5;

    public static IEnumerable<JsonNode> Write(PromptReading prompt)
    {
        var subjects = prompt.Passages.SelectMany(p => p.Sentences).Select(s => (Sentence: s, Subject: Subject().Match(s.Text)))
            .Where(x => x.Subject.Success).DistinctBy(x => x.Subject.Groups["it"].Value, StringComparer.OrdinalIgnoreCase);
        return subjects.Take(Most).Select(x => Json.Object(
            ("text", $"Explain what the material says of {Lower(x.Subject.Groups["it"].Value)}"), ("level", "understand"), ("quotes", Json.Quotes(x.Sentence))));
    }

    private static string Lower(string subject) => subject.Skip(1).Any(char.IsUpper) ? subject : char.ToLowerInvariant(subject[0]) + subject[1..];

    [GeneratedRegex(@"^(?<it>\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,4}?) (?:is|are|was|were|has|have|can|consists?|means?|refers?|occurs?|contains?|makes?|takes?|uses?)\b")]
    private static partial Regex Subject();
}

using System.Text.Json.Nodes;

namespace Tutor.Simulation.Answers;

internal static class LessonAnswers
{
    private const int PerObjective = 4, KeyIdeas = 5, Overview = 2;

    public static JsonObject Write(PromptReading prompt)
    {
        var left = prompt.Passages.SelectMany(p => p.Sentences).DistinctBy(s => s.Text, StringComparer.Ordinal).ToList();
        List<Sentence> Take(IEnumerable<Sentence> some, int count)
        {
            var taken = some.Take(count).ToList();
            left.RemoveAll(taken.Contains);
            return taken;
        }
        // Objectives come first: each must have its explanation, however short the material.
        var explanations = prompt.Numbered('o').Select(o => (Objective: o, Sentences: Take(left.OrderByDescending(s => Words.Share(Words.Of(o.Text), s.Words)), PerObjective))).ToList();
        var definitions = Definition.In(left).Take(KeyIdeas).ToList();
        left.RemoveAll(s => definitions.Any(d => d.Sentence == s));
        var sections = new List<JsonNode?>
        {
            Section("overview", "Overview", null, Take(left, Overview).Select((s, i) => Sentence(s, "brief", i == 0))),
            Section("keyIdeas", "Key ideas", null, definitions.Select(d => Sentence(d.Sentence, "standard", true, d.Term))),
        };
        sections.AddRange(explanations.Select(e => Section("explanation", Heading(e.Objective.Text), e.Objective.Name, e.Sentences.Select((s, i) => Sentence(s, i == 0 ? "brief" : i == 1 ? "standard" : "deep", i == 0)))));
        if (explanations.SelectMany(e => e.Sentences).FirstOrDefault() is { } main)
            sections.Add(Section("summary", "Summary", null, [Sentence(main, "standard", true, text: $"Remember that {Lower(main.Text)}")]));
        return Json.Object(("sections", Json.Array(sections.Where(s => s is not null))));
    }

    /// <summary>The same sentences, each in its own words, but the first.</summary>
    public static JsonObject Retell(PromptReading prompt) => Json.Object(("sentences", Json.Array(prompt.Numbered('s').Select((s, i) => Json.Object(
        ("from", Json.Array([JsonValue.Create(s.Name)])), ("text", i == 0 ? $"Note that {Lower(s.Text.Split('\n')[0])}" : s.Text.Split('\n')[0]), ("opens", i == 0))))));

    private static JsonObject? Section(string kind, string heading, string? objective, IEnumerable<JsonNode> sentences) =>
        sentences.ToList() is { Count: > 0 } told ? Json.Object(("kind", kind), ("heading", heading), ("objective", objective), ("sentences", Json.Array(told))) : null;

    private static JsonObject Sentence(Sentence sentence, string detail, bool opens, string? term = null, string? text = null) => Json.Object(
        ("text", text ?? sentence.Text), ("detail", detail), ("required", false), ("opens", opens), ("leans", false), ("term", term), ("quotes", Json.Quotes(sentence)));

    private static string Lower(string sentence) => sentence.Length > 1 && char.IsUpper(sentence[1]) ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Heading(string objective) => string.Join(' ', objective.Split(' ').TakeLast(4)).TrimEnd('.');
}

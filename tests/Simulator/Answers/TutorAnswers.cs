using System.Text.Json.Nodes;

namespace Tutor.Simulation.Answers;

internal static class TutorAnswers
{
    private const int Lines = 3;

    /// <summary>Share of a question's words from which a sentence answers it.</summary>
    private const double Answers = 0.5;

    public static IEnumerable<JsonObject> Answer(PromptReading prompt)
    {
        var asked = Words.Of(prompt.Named("question") ?? "");
        var found = prompt.Passages.SelectMany(p => p.Sentences).Where(s => Words.Share(asked, s.Words) >= Answers)
            .OrderByDescending(s => Words.Share(asked, s.Words)).Take(Lines).ToList();
        if (found.Count == 0) return [Json.Object(("text", null), ("quotes", Json.Array([])), ("nearest", Json.Array(prompt.Passages.Take(3).Select(p => (JsonNode)p.Name))))];
        return found.Select(s => Json.Object(("text", s.Text), ("quotes", Json.Quotes(s)), ("nearest", null)));
    }

    public static JsonObject Hint(PromptReading prompt)
    {
        var asked = Words.Of(prompt.Named("stem") ?? "");
        var near = prompt.Passages.SelectMany(p => p.Sentences).MaxBy(s => Words.Share(asked, s.Words));
        return Json.Object(("text", near is null ? "Look at the passage again." : $"Look again at what the material says here: {near.Text}"), ("quotes", near is null ? Json.Array([]) : Json.Quotes(near)));
    }
}

using System.Text.Json.Nodes;

namespace Tutor.Simulation.Answers;

/// <summary>Answers each kind of prompt from its own passages: poor prose, but true and quoted word for word.</summary>
internal static class AnswerWriter
{
    public static string Write(PromptReading prompt, Mode mode)
    {
        var answer = Spoiler.Spoil(Draft(prompt), prompt, mode);
        return mode.Name switch
        {
            "not-json" => "I would be glad to help with that! Here is what I think about the material.",
            "fence" => $"Here you are:\n```json\n{string.Join('\n', answer.Select(a => a.ToJsonString()))}\n```\nIs there anything else?",
            _ => string.Join('\n', answer.Select(a => a.ToJsonString())),
        };
    }

    /// <summary>One object, or one a line.</summary>
    private static List<JsonObject> Draft(PromptReading prompt) => prompt.Task switch
    {
        "objectives" => [Json.Object(("objectives", Json.Array(ObjectiveAnswers.Write(prompt))))],
        "lesson" => [LessonAnswers.Write(prompt)],
        "variant" => [LessonAnswers.Retell(prompt)],
        "items" => [Json.Object(("items", Json.Array(ItemAnswers.Write(prompt))))],
        "item_repair" => [Json.Object(("item", ItemAnswers.Write(prompt).FirstOrDefault()))],
        "chat_answer" => [.. TutorAnswers.Answer(prompt)],
        "hint" => [TutorAnswers.Hint(prompt)],
        "query_rewriting" => [Json.Object(("queries", Json.Array([JsonValue.Create(prompt.Named("question") ?? "")])))],
        "judge_grounding" => [JudgeAnswers.Grounding(prompt)],
        "judge_items" => [JudgeAnswers.Items(prompt)],
        _ => [Json.Object(("answer", JsonValue.Create("yes")))],
    };
}

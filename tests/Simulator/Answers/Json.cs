using System.Text.Json.Nodes;

namespace Tutor.Simulation.Answers;

internal static class Json
{
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members) => new(members.Select(m => KeyValuePair.Create(m.Name, m.Value)));

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonObject Quote(Sentence sentence) => Object(("passage", sentence.Passage), ("quote", sentence.Text));

    public static JsonArray Quotes(params IEnumerable<Sentence> sentences) => Array(sentences.Select(Quote));
}

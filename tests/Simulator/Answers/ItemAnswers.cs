using System.Text.Json.Nodes;

namespace Tutor.Simulation.Answers;

/// <summary>Asks what a term is, with what other terms are as distractors.</summary>
internal static class ItemAnswers
{
    private const int Most = 8, Distractors = 3;

    public static IEnumerable<JsonNode> Write(PromptReading prompt)
    {
        var definitions = Definition.In(prompt.Passages.SelectMany(p => p.Sentences));
        var objectives = prompt.Numbered('o');
        return definitions.Select(d => (Key: d, Others: OthersFor(d, definitions))).Where(x => x.Others.Count == Distractors).Take(Most)
            .Select(x => Item(x.Key, x.Others, objectives.MaxBy(o => Words.Share(Words.Of(o.Text), x.Key.Sentence.Words))?.Name));
    }

    /// <summary>Of like length, and one that is not shorter: the key must not stand out.</summary>
    private static List<Definition> OthersFor(Definition key, IReadOnlyList<Definition> all)
    {
        var like = all.Where(d => d != key && Article(d) == Article(key) && !Words.Of(d.Meaning).Overlaps(Words.Of(key.Term)) && !Words.Of(d.Meaning).SetEquals(Words.Of(key.Meaning)))
            .OrderBy(d => Math.Abs(d.Meaning.Length - key.Meaning.Length)).ToList();
        return like.Any(d => d.Meaning.Length * 1.2 > key.Meaning.Length) ? [.. like.Take(Distractors)] : [];
    }

    private static bool Article(Definition d) => d.Meaning.StartsWith("the ", StringComparison.Ordinal);

    private static JsonObject Item(Definition key, IReadOnlyList<Definition> others, string? objective)
    {
        // The key's place follows from its words, so that it is not always the same and the same item always comes out alike.
        var choices = others.Select(o => Choice(o.Meaning, false, $"That is what the material says of {o.Term}.", o.Sentence)).ToList();
        choices.Insert(key.Meaning.Length % (Distractors + 1), Choice(key.Meaning, true, null, key.Sentence));
        return Json.Object(
            ("objective", objective), ("kind", "term-to-definition"), ("level", "remember"), ("stem", $"Which of the following best describes {key.Term}?"),
            ("choices", Json.Array(choices)), ("explanation", key.Sentence.Text), ("quotes", Json.Quotes(key.Sentence)));
    }

    private static JsonObject Choice(string text, bool isKey, string? why, Sentence quoted) =>
        Json.Object(("text", text), ("isKey", isKey), ("why", why), ("quotes", Json.Quotes(quoted)));
}

using Tutor.Review;

namespace Tutor.Checks;

/// <summary>Whether an objective says what a learner will be able to do, in a way that can be judged.</summary>
public static class ObjectiveChecks
{
    private const int FewestWords = 4, MostWords = 25;

    /// <summary>Share of common content words from which two objectives are the same.</summary>
    private const double Duplicate = 0.8;

    /// <param name="others">The module's other objectives.</param>
    public static IReadOnlyList<CheckResult> Check(ObjectiveBody objective, IEnumerable<ObjectiveBody> others)
    {
        var words = ContentWords.Words(objective.Text);
        var verb = words.FirstOrDefault(w => !w.EndsWith("ly", StringComparison.Ordinal)) ?? "";
        var level = BloomVerbs.LevelOf(verb);
        var twin = others.FirstOrDefault(o => AreSame(objective.Text, o.Text));
        var second = SecondVerb(words);
        return
        [
            new("measurable-verb", level is not null, level is not null
                ? $"It begins with a verb that can be observed: {verb}."
                : BloomVerbs.IsVague(verb)
                    ? $"“{verb}” cannot be observed; say what the learner will do, for example describe, compare or calculate."
                    : $"“{verb}” is not a verb this check knows as observable; begin with one such as describe, compare or calculate."),
            new("level-fits-verb", level is null || level == objective.Level, level is null || level == objective.Level
                ? "The level fits the verb."
                : $"“{verb}” stands for the level {Name(level.Value)}, but the objective is marked {Name(objective.Level)}."),
            new("one-verb", second is null, second is null
                ? "It asks for one thing."
                : $"It asks for two things ({verb}, {second}); make two objectives of them."),
            new("length", words.Count is >= FewestWords and <= MostWords, words.Count is >= FewestWords and <= MostWords
                ? "Its length is right."
                : $"It has {words.Count} words; between {FewestWords} and {MostWords} are understood at a glance."),
            new("parts-differ", !NamesTwice(objective.Text), !NamesTwice(objective.Text)
                ? "It names nothing twice."
                : "It names a thing as a part of itself, or sets it against itself; name what else belongs to it."),
            new("cites-material", objective.Citations.Count > 0, objective.Citations.Count > 0
                ? "It points at the passage that teaches it."
                : "It points at no passage of the material, so nobody can tell where it is taught."),
            new("not-a-duplicate", twin is null, twin is null
                ? "No other objective of the module says the same."
                : $"It says nearly the same as “{twin.Text}”"),
        ];
    }

    /// <summary>"the cell, including the cell", "between a wave and a wave".</summary>
    private static bool NamesTwice(string text)
    {
        var including = text.IndexOf(", including ", StringComparison.OrdinalIgnoreCase);
        if (including > 0)
        {
            var whole = Body(text[..including]);
            return text[(including + 12)..].Split([", ", " and "], StringSplitOptions.RemoveEmptyEntries).Select(Names).Where(p => p.Count > 0).All(p => p.IsSubsetOf(whole));
        }
        var between = text.Split([" between ", " among "], StringSplitOptions.None);
        var sides = between.Length == 2 ? between[1].Split(" and ") : [];
        return sides.Length == 2 && Names(sides[0]).SetEquals(Names(sides[1]));
    }

    private static HashSet<string> Names(string text) => ContentWords.Words(text).Where(w => !ContentWords.IsFunctionWord(w) && w != "people").Select(ContentWords.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>A second thing to do behind "and" or a comma; "compare and contrast" is one.</summary>
    private static string? SecondVerb(IReadOnlyList<string> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i] is not ("and" or "or" or "then")) continue;
            var verb = words[i + 1];
            if (BloomVerbs.LevelOf(verb) is null && !BloomVerbs.IsVague(verb) || (i == 1 && words[0] == "compare" && verb == "contrast")) continue;
            // Many of these verbs are nouns as well ("goals and plan"): only beside the first verb, or before an object, are they surely verbs.
            if (i == 1 || (i + 2 < words.Count && words[i + 2] is "the" or "a" or "an" or "how" or "why" or "what" or "its" or "their" or "each")) return verb;
        }
        return null;
    }

    private static bool AreSame(string a, string b)
    {
        var (x, y) = (Body(a), Body(b));
        if (x.Count == 0 || y.Count == 0) return string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
        return x.Count(y.Contains) >= Duplicate * x.Union(y).Count();
    }

    private static HashSet<string> Body(string text) =>
        ContentWords.Words(text).Skip(1).Where(w => !ContentWords.IsFunctionWord(w)).Select(ContentWords.Stem).ToHashSet(StringComparer.Ordinal);

    private static string Name(BloomLevel level) => level.ToString().ToLowerInvariant();
}

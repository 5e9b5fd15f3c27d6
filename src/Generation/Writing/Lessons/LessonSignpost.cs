using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Language;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>The one sentence of a lesson that is the writer's own: it names what the lesson tells, in its order, and cites the passages that do.</summary>
internal sealed record LessonOpening(string Text, IReadOnlyList<Citation> Citations);

/// <summary>Writes the <see cref="LessonOpening"/>.</summary>
internal sealed partial class LessonSignpost(FactTable table, SupportCheck support)
{
    /// <summary>What it costs of a lesson's words.</summary>
    public const int TypicalWords = 32;

    private const int MostTopics = 6, MostWords = 45, LongestTopic = 9;

    private readonly HeadingWords _words = new(table);
    private readonly SentenceReader _reader = new(table.Lexicon);

    /// <param name="told">The explanation, part by part: heading and what is quoted under it.</param>
    /// <returns>Null where there is too little to name, or where the passages do not hold what it names.</returns>
    public LessonOpening? Of(IEnumerable<(string Heading, IReadOnlyList<Citation> Citations)> told)
    {
        var named = told
            .Select(t => (Topic: TopicOf(t.Heading), t.Citations))
            .Where(t => t.Topic.Length > 0 && ContentWords.Count(t.Topic) <= LongestTopic && support.Of(t.Topic, t.Citations.Select(c => c.Quote)).Passed)
            .DistinctBy(t => t.Topic, StringComparer.OrdinalIgnoreCase)
            .ToList();
        while (named.Count > 2 && (named.Count > MostTopics || ContentWords.Count(Sentence(named)) > MostWords)) named.RemoveAt(named.Count - 2);
        if (named.Count < 2) return null;
        var text = Sentence(named);
        var citations = Fewest(text, [.. named.SelectMany(n => n.Citations).Distinct()]);
        return citations.Count > 0 ? new LessonOpening(text, citations) : null;
    }

    /// <summary>A heading as it stands inside a sentence; empty for one that is a sentence itself.</summary>
    private string TopicOf(string heading)
    {
        var topic = Compound().Replace(_words.Plain(heading.Replace("/", " and ", StringComparison.Ordinal)), m => IsCommon(m.Value) ? m.Value.ToLowerInvariant() : m.Value);
        var open = topic.Split(' ')[0] is "what" or "how" or "why" or "when" or "where";
        return open || !_reader.ReadOne(topic).Tokens.Any(t => t.IsFinite) ? LessonHeadings.TopicOf("Explain " + topic) : "";
    }

    private bool IsCommon(string compound) => compound.ToLowerInvariant().Split('-').All(w => table.Casing.Knows(w) || table.Lexicon.Knows(w)) && !compound.Split('-').Any(table.Casing.IsName);

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)+\b")]
    private static partial Regex Compound();

    /// <summary>In few words of its own: they stand in no quote. Topics hold "and" and commas; "then about" parts them without doubt.</summary>
    private static string Sentence(List<(string Topic, IReadOnlyList<Citation>)> named)
    {
        var topics = named.Select(n => n.Topic).ToList();
        return topics.Count == 2 ? $"The lesson is about {topics[0]} and about {topics[1]}."
            : $"The lesson is about {string.Join(", then about ", topics.Take(topics.Count - 1))}, and then about {topics[^1]}.";
    }

    /// <summary>Quotes are taken by what they add until they carry the sentence, then those that turned out needless are left out.</summary>
    private List<Citation> Fewest(string text, List<Citation> open)
    {
        bool Carries(IEnumerable<Citation> citations) => support.Of(text, citations.Select(c => c.Quote)).Passed;
        var taken = new List<Citation>();
        while (open.Count > 0 && !Carries(taken))
        {
            var best = open.MaxBy(c => support.Of(text, taken.Append(c).Select(x => x.Quote)) is var s ? s.Share - s.Missing.Count : 0)!;
            taken.Add(best);
            open.Remove(best);
        }
        if (!Carries(taken)) return [];
        foreach (var citation in taken.ToList())
            if (Carries(taken.Where(c => c != citation))) taken.Remove(citation);
        return taken;
    }
}

using Tutor.Checks;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>The one sentence of a lesson that is the writer's own: it names what the module's objectives are about, and cites the passages that teach it.</summary>
internal sealed record LessonOpening(string Text, IReadOnlyList<Citation> Citations);

/// <summary>Writes the <see cref="LessonOpening"/>.</summary>
internal static class LessonSignpost
{
    private const int MostTopics = 6, MostWords = 50;

    /// <returns>Null where there is too little to name, or where the passages do not hold what it names.</returns>
    public static LessonOpening? Of(IReadOnlyList<LessonObjective> objectives, IReadOnlyList<Guid> chunkIds, SupportCheck support)
    {
        var order = chunkIds.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var named = objectives
            .Select(o => (Topic: LessonHeadings.TopicOf(o.Body.Text), Citations: (IReadOnlyList<Citation>)[.. o.Body.Citations.Where(c => order.ContainsKey(c.ChunkId))]))
            .Where(t => t.Citations.Count > 0 && support.Of(t.Topic, t.Citations.Select(c => c.Quote)).Passed)
            .OrderBy(t => order[t.Citations[0].ChunkId]).ThenBy(t => t.Citations[0].Start)
            .DistinctBy(t => t.Topic, StringComparer.OrdinalIgnoreCase)
            .Take(MostTopics).ToList();
        while (named.Count > 2 && ContentWords.Count(Sentence(named)) > MostWords) named.RemoveAt(named.Count - 1);
        if (named.Count < 2) return null;
        var text = Sentence(named);
        var citations = Fewest(text, [.. named.SelectMany(n => n.Citations).Distinct()], support);
        return citations.Count > 0 ? new LessonOpening(text, citations) : null;
    }

    private static string Sentence(List<(string Topic, IReadOnlyList<Citation>)> named)
    {
        var topics = named.Select(n => n.Topic).ToList();
        if (topics.Count == 2 && !topics.Any(t => t.Contains(" and ", StringComparison.Ordinal))) return $"The topics are {topics[0]} and {topics[1]}.";
        return $"The topics are {string.Join("; ", topics.Take(topics.Count - 1))}; and {topics[^1]}.";
    }

    /// <summary>Quotes are taken by what they add until they carry the sentence, then those that turned out needless are left out.</summary>
    private static List<Citation> Fewest(string text, List<Citation> open, SupportCheck support)
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

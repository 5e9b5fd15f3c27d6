namespace Tutor.Writing;

/// <summary>Consecutive sentences of one paragraph: what a lesson takes at a time, so that it reads as the text does.</summary>
internal sealed class LessonRun(IReadOnlyList<LessonCandidate> sentences)
{
    public IReadOnlyList<LessonCandidate> Sentences { get; } = sentences;

    public LessonCandidate First => Sentences[0];

    public LessonCandidate Last => Sentences[^1];

    public int Words { get; } = sentences.Sum(s => s.Words);

    /// <summary>True where it can be told without what stands before it.</summary>
    public bool CanOpen { get; } = sentences[0].CanOpen;

    /// <summary>True where the material's own paragraph begins with it.</summary>
    public bool OpensParagraph { get; } = sentences[0].OpensParagraph;

    public bool Overlaps(LessonRun other) => First.Index <= other.Last.Index && other.First.Index <= Last.Index;
}

/// <summary>All runs a lesson can be made of.</summary>
internal static class LessonRuns
{
    private const int MostSentences = 6, MostWords = 150;

    public static IReadOnlyList<LessonRun> Of(IReadOnlyList<LessonCandidate> candidates)
    {
        var runs = new List<LessonRun>();
        for (var from = 0; from < candidates.Count; from++)
        {
            // A list is told from its first words to its last item.
            if (candidates[from].Block is { } block && from > 0 && candidates[from - 1].Block == block) continue;
            var words = 0;
            for (var to = from; to < candidates.Count; to++)
            {
                if (to > from && candidates[to].Before != candidates[to - 1]) break;
                words += candidates[to].Words;
                var inBlock = candidates[to].Block is { } open && to + 1 < candidates.Count && candidates[to + 1].Block == open;
                if (to > from && !inBlock && (words > MostWords || (to - from >= MostSentences && candidates[to].Block is null))) break;
                if (!inBlock) runs.Add(new LessonRun([.. candidates.Skip(from).Take(to - from + 1)]));
            }
        }
        return runs;
    }
}

using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <param name="Objective">Index of the objective it serves; null for none.</param>
internal sealed record LessonPlace(LessonSectionKind Kind, Detail Detail, int? Objective, bool Required)
{
    /// <summary>What the sentence defines.</summary>
    public string? Term { get; init; }
}

/// <summary>What a lesson tells so far: which sentence, where, and from which detail on.</summary>
internal sealed class LessonLedger(IReadOnlyList<LessonCandidate> candidates, LessonWorth worth)
{
    private readonly Dictionary<int, LessonPlace> _places = [];
    private readonly Dictionary<LessonSectionKind, int> _words = [];

    public IReadOnlyList<LessonCandidate> Candidates => candidates;

    /// <summary>By the candidate's index.</summary>
    public IReadOnlyDictionary<int, LessonPlace> Places => _places;

    /// <summary>Words told, in all.</summary>
    public int Words => _words.Values.Sum();

    public int WordsOf(LessonSectionKind kind) => _words.GetValueOrDefault(kind);

    /// <summary>Words that are told without being a candidate's.</summary>
    public void Count(LessonSectionKind kind, int words) => _words[kind] = WordsOf(kind) + words;

    public bool IsTold(LessonCandidate c) => _places.ContainsKey(c.Index);

    public bool IsFresh(LessonRun run) => !run.Sentences.Any(IsTold);

    /// <summary>Whether a key idea says already what a term is.</summary>
    public bool Defines(Fact definition) => _places.Any(p => p.Value.Kind == LessonSectionKind.KeyIdeas && LessonRoles.Definition(candidates[p.Key])?.Key == definition.Key);

    /// <summary>Where the sentence before is told; null where it is not, or not in running text.</summary>
    public LessonPlace? Before(LessonRun run) => run.First.Before is { } before ? Running(before.Index) : null;

    /// <summary>Where the sentence behind is told; null where it is not, or not in running text.</summary>
    public LessonPlace? Behind(LessonRun run) => Next(run) is { } next ? Running(next.Index) : null;

    public void Tell(LessonRun run, LessonSectionKind kind, Detail detail, int? objective, LessonCandidate? required = null)
    {
        foreach (var sentence in run.Sentences)
        {
            Put(sentence, new LessonPlace(kind, detail, objective, required is not null && sentence.Index <= required.Index) { Term = LessonRoles.Definition(sentence)?.Term });
            worth.Tell(sentence);
        }
        if (kind == LessonSectionKind.Explanation && detail < Detail.Deep) TakeIn(run, objective);
    }

    /// <summary>A key idea beside a told run stands better in it: the definition, and what is said of the thing.</summary>
    private void TakeIn(LessonRun run, int? objective)
    {
        foreach (var neighbour in new[] { run.First.Before, Next(run) })
            if (neighbour is not null && _places.TryGetValue(neighbour.Index, out var place) && place.Kind == LessonSectionKind.KeyIdeas)
                Put(neighbour, place with { Kind = LessonSectionKind.Explanation, Objective = objective });
    }

    private void Put(LessonCandidate sentence, LessonPlace place)
    {
        if (_places.TryGetValue(sentence.Index, out var was)) _words[was.Kind] -= sentence.Words;
        _places[sentence.Index] = place;
        _words[place.Kind] = WordsOf(place.Kind) + sentence.Words;
    }

    private LessonPlace? Running(int index) =>
        _places.TryGetValue(index, out var place) && place.Kind is LessonSectionKind.Explanation or LessonSectionKind.Examples ? place : null;

    private LessonCandidate? Next(LessonRun run) =>
        run.Last.Index + 1 < candidates.Count && candidates[run.Last.Index + 1] is { } next && next.Before == run.Last ? next : null;
}

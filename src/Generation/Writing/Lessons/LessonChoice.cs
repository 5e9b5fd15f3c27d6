using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Which sentences a lesson tells, where, and from which detail on.</summary>
internal sealed class LessonChoice
{
    /// <summary>Words of a standard lesson: about 380 for a section of 2,200, more in proportion for a short one; brief is half of it, deep twice.</summary>
    private const double Base = 140, PerWord = 0.1;

    /// <summary>Sentences an objective is told in, at standard detail, where there are so many.</summary>
    private const int PerObjective = 2;

    /// <summary>Shares of a lesson's words that key ideas and examples may take.</summary>
    private const double KeyIdeas = 0.4, Examples = 0.15;

    /// <summary>What a sentence beside one that is told is worth more.</summary>
    private const double NextTo = 1.4;

    /// <summary>Score from which a definition is surely one.</summary>
    private const double SureDefinition = 0.35;

    /// <summary>Score of a definition plus twice that of its term from which it is a key idea.</summary>
    private const double SureKeyIdea = 1.1;

    /// <summary>Score from which a term is one the module teaches.</summary>
    internal const double Taught = 0.25;

    private readonly IReadOnlyList<LessonCandidate> _candidates;
    private readonly IReadOnlyList<LessonObjective> _objectives;
    private readonly LessonTopics _topics;
    private readonly LessonWorth _worth;
    private readonly IReadOnlyDictionary<string, double> _terms;
    private readonly HashSet<string> _taught;
    private readonly HashSet<string> _title;
    private readonly int _moduleWords;
    private readonly Dictionary<int, LessonPlace> _places = [];
    private readonly Dictionary<LessonSectionKind, int> _words = [];

    public LessonChoice(LessonMaterial material, IReadOnlyList<LessonObjective> objectives, LessonTopics topics, LessonWorth worth, IReadOnlyList<Term> terms, string title, LessonOpening? opening)
    {
        _words[LessonSectionKind.Overview] = opening is null ? 0 : ContentWords.Count(opening.Text);
        _title = ContentWords.Of(title).ToHashSet(StringComparer.Ordinal);
        _taught = terms.Where(t => t.Score >= Taught).Select(t => Spaced(t.Text)).ToHashSet(StringComparer.Ordinal);
        _candidates = material.Candidates;
        _moduleWords = material.Words;
        _objectives = objectives;
        _topics = topics;
        _worth = worth;
        _terms = terms.GroupBy(t => t.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(t => t.Score), StringComparer.Ordinal);
        ServeObjectives();
        Overview(anyway: opening is null);
        RequireKeyIdeas();
        Fill(Detail.Brief);
        Summary();
        RoundOut();
        Fill(Detail.Standard);
        Fill(Detail.Deep);
    }

    /// <summary>By the candidate's index.</summary>
    public IReadOnlyDictionary<int, LessonPlace> Places => _places;

    private int Budget(Detail detail)
    {
        var standard = Math.Min(Base + (PerWord * _moduleWords), 0.5 * _moduleWords);
        return (int)(detail switch { Detail.Brief => standard / 2, Detail.Deep => Math.Min(standard * 2, 0.85 * _moduleWords), _ => standard });
    }

    private int Told => _words.Values.Sum();

    /// <summary>Each objective gets the sentence that answers it best, in every detail.</summary>
    private void ServeObjectives()
    {
        for (var i = 0; i < _objectives.Count; i++)
        {
            var objective = i;
            var best = _candidates
                .Where(c => !_places.ContainsKey(c.Index))
                .Select(c => (Candidate: c, Chain: c.Chain()))
                .Where(x => x.Chain.Count > 0 && x.Chain.All(c => !_places.ContainsKey(c.Index)))
                .Select(x => (x.Chain, Score: _topics.Fit(x.Candidate, objective) * (x.Candidate.InExample ? 0.5 : 1) / Math.Sqrt(1 + (x.Chain.Count * 0.5)) * (1 + (0.3 * _worth.Gain([x.Candidate]) / Math.Max(1, Best)))))
                .OrderByDescending(x => x.Score).ThenBy(x => x.Chain[^1].Index)
                .FirstOrDefault();
            if (best.Chain is null) continue;
            foreach (var sentence in best.Chain) Tell(sentence, LessonSectionKind.Explanation, Detail.Brief, objective, required: true);
        }
    }

    private double Best => _candidates.Count == 0 ? 1 : _best ??= _candidates.Max(c => _worth.Gain([c]));

    private double? _best;

    /// <summary>The sentence that best says what the module is about; a second for those who read on.</summary>
    /// <param name="anyway">Also where no sentence speaks of the title itself.</param>
    private void Overview(bool anyway)
    {
        for (var n = 0; n < (anyway ? 2 : 1); n++)
        {
            var best = Standing()
                .Where(c => c.Words <= 36 && IsGeneral(c) && (anyway || HoldsTitle(c)) && (Definition(c) is null || DefinesTitle(c)))
                .Select(c => (Candidate: c, Score: _worth.Announces(c) / (c.Words + 12) * (c.Index < _candidates.Count * 0.25 ? 1.4 : 1) * (HoldsTitle(c) ? 1.5 : 1) * (DefinesTitle(c) ? 1.5 : 1)))
                .OrderByDescending(x => x.Score).ThenBy(x => x.Candidate.Index)
                .FirstOrDefault().Candidate;
            if (best is null) return;
            Tell(best, LessonSectionKind.Overview, n == 0 ? Detail.Brief : Detail.Standard, null);
        }
    }

    /// <summary>The surest definitions of the module's main terms are in every detail.</summary>
    private void RequireKeyIdeas()
    {
        var count = Math.Clamp(_moduleWords / 900, 1, 6);
        foreach (var c in Standing().Where(IsKeyIdea).OrderByDescending(KeyScore).ThenBy(c => c.Index).ToList())
        {
            if (count == 0 || Told >= Budget(Detail.Brief)) return;
            if (_worth.Gain([c]) < 0.5 * _worth.Whole(c)) continue;
            Tell(c, LessonSectionKind.KeyIdeas, Detail.Brief, null, required: true);
            count--;
        }
    }

    /// <summary>One sentence is no explanation: every objective is told in two, the second best beside the first.</summary>
    private void RoundOut()
    {
        for (var i = 0; i < _objectives.Count && Told < Budget(Detail.Standard); i++)
        {
            if (_places.Values.Count(p => p.Objective == i) >= PerObjective) continue;
            var best = _candidates
                .Where(c => _topics.Of(c) == i && !_places.ContainsKey(c.Index) && !c.InExample)
                .Select(c => c.Chain())
                .Where(chain => chain.Count > 0 && chain.All(c => !_places.TryGetValue(c.Index, out var p) || p is { Kind: LessonSectionKind.Explanation } && p.Objective == i))
                .Select(chain => chain.Where(c => !_places.ContainsKey(c.Index)).ToList())
                .Select(fresh => (Fresh: fresh, Score: _worth.Gain(fresh) / (fresh.Sum(c => c.Words) + 8) * (Touches(fresh) ? 2 : 1)))
                .OrderByDescending(x => x.Score).ThenBy(x => x.Fresh[0].Index)
                .FirstOrDefault().Fresh;
            foreach (var sentence in best ?? []) Tell(sentence, LessonSectionKind.Explanation, Detail.Standard, i);
        }
    }

    private void Summary()
    {
        for (var n = 0; n < 2 && _moduleWords > 500; n++)
        {
            var best = Standing()
                .Where(c => c.Words is >= 8 and <= 34 && IsGeneral(c) && Definition(c) is null && (HoldsTitle(c) || _worth.Central(c) > 0.6))
                .Select(c => (Candidate: c, Score: (_worth.Announces(c) + _worth.Gain([c])) / (c.Words + 12) * (HoldsTitle(c) ? 1.5 : 1)))
                .OrderByDescending(x => x.Score).ThenBy(x => x.Candidate.Index)
                .FirstOrDefault().Candidate;
            if (best is null) return;
            Tell(best, LessonSectionKind.Summary, Detail.Standard, null);
        }
    }

    /// <summary>Adds what covers most for its words until the detail's budget is used up.</summary>
    private void Fill(Detail detail)
    {
        var budget = Budget(detail);
        var open = _candidates.Select(c => c.Chain()).Where(chain => chain.Count > 0).ToList();
        while (Told < budget)
        {
            (List<LessonCandidate> Fresh, double Score) best = ([], 0);
            foreach (var chain in open)
            {
                if (_places.ContainsKey(chain[^1].Index) || chain.Any(c => !Fits(c, detail))) continue;
                var fresh = chain.Where(c => !_places.ContainsKey(c.Index)).ToList();
                var words = fresh.Sum(c => c.Words);
                if (Told + words > budget + 12) continue;
                var follows = Touches(fresh) ? NextTo : 1;
                var score = _worth.Gain(fresh) / (words + 8) * follows;
                if (score > best.Score) best = (fresh, score);
            }
            if (best.Fresh.Count == 0) return;
            TellTogether(best.Fresh, detail);
        }
    }

    /// <summary>A chain may only build on sentences that are told at the same detail or a briefer one, in the running explanation.</summary>
    private bool Fits(LessonCandidate c, Detail detail)
    {
        if (_places.TryGetValue(c.Index, out var place)) return place.Kind is LessonSectionKind.Explanation or LessonSectionKind.Examples;
        return KindOf(c) switch
        {
            LessonSectionKind.KeyIdeas => _words.GetValueOrDefault(LessonSectionKind.KeyIdeas) + c.Words <= KeyIdeas * Budget(detail),
            LessonSectionKind.Examples => detail > Detail.Brief && _words.GetValueOrDefault(LessonSectionKind.Examples) + c.Words <= Examples * Budget(detail),
            _ => true,
        };
    }

    /// <summary>What leans stands where that stands on which it leans.</summary>
    private void TellTogether(List<LessonCandidate> fresh, Detail detail)
    {
        var (kind, objective) = fresh.Count == 1 ? (KindOf(fresh[0]), _topics.Of(fresh[0])) : (fresh.Any(c => c.InExample) ? LessonSectionKind.Examples : LessonSectionKind.Explanation, _topics.Of(fresh[0]));
        if (NeedsBefore(fresh[0]) && _places[fresh[0].Before!.Index] is var place) (kind, objective) = (place.Kind, place.Objective);
        foreach (var sentence in fresh) Tell(sentence, kind, detail, objective);
    }

    private bool NeedsBefore(LessonCandidate c) => c.Before is not null && (c.Leans || c.Narrative) && _places.ContainsKey(c.Before.Index);

    /// <summary>Whether new sentences stand directly before or behind told ones: consecutive sentences read as text.</summary>
    private bool Touches(List<LessonCandidate> fresh) =>
        (fresh[0].Before is { } before && _places.TryGetValue(before.Index, out var p) && p.Kind == LessonSectionKind.Explanation)
        || (fresh[^1].Index + 1 < _candidates.Count && _candidates[fresh[^1].Index + 1] is var next && next.Before == fresh[^1] && _places.TryGetValue(next.Index, out var q) && q.Kind == LessonSectionKind.Explanation);

    private LessonSectionKind KindOf(LessonCandidate c) =>
        c.InExample ? LessonSectionKind.Examples
        : IsKeyIdea(c) && !IsFollowed(c) ? LessonSectionKind.KeyIdeas
        : c.Facts.Any(IsConfusion) && !c.Leans && !IsFollowed(c) ? LessonSectionKind.Confusions
        : LessonSectionKind.Explanation;

    /// <summary>True where a sentence that is told leans on this one: then it stays in the running text.</summary>
    private bool IsFollowed(LessonCandidate c) =>
        c.Index + 1 < _candidates.Count && _candidates[c.Index + 1] is { } next && next.Before == c && next.Leans && _places.ContainsKey(next.Index);

    private bool IsKeyIdea(LessonCandidate c) => !c.Leans && !c.InExample && KeyScore(c) >= SureKeyIdea;

    private static Fact? Definition(LessonCandidate c) => c.Facts
        .Where(f => f is { Kind: FactKind.Definition, Score: >= SureDefinition } && c.Alone.Contains(f.Term, StringComparison.OrdinalIgnoreCase))
        .MaxBy(f => f.Score);

    /// <summary>Speaks of the matter as a whole: no list item, story, finding or single case.</summary>
    private bool IsGeneral(LessonCandidate c) =>
        c is { InExample: false, Past: false } && c.Source is { Addresses: false, Kind: Sources.BlockKind.Paragraph } && _worth.NamesTerm(c)
        && !c.Facts.Any(f => f.Kind is FactKind.Example or FactKind.Number or FactKind.Claim);

    private bool HoldsTitle(LessonCandidate c) => _title.Count > 0 && _title.All(c.Stems.Contains);

    private bool DefinesTitle(LessonCandidate c) => Definition(c) is { } f && ContentWords.Of(f.Term).All(_title.Contains);

    /// <summary>A comparison of two things the module teaches.</summary>
    private bool IsConfusion(Fact fact) => fact is { Kind: FactKind.Comparison, Other: { } other } && IsTaught(fact.Term) && IsTaught(other);

    private bool IsTaught(string name) => _taught.Contains(Spaced(name));

    private static string Spaced(string name) => string.Join(' ', ContentWords.Of(name));

    private double KeyScore(LessonCandidate c) => Definition(c) is { } f ? f.Score + (2 * _terms.GetValueOrDefault(f.Key)) : 0;

    /// <summary>What can stand anywhere and is not told yet.</summary>
    private IEnumerable<LessonCandidate> Standing() => _candidates.Where(c => !_places.ContainsKey(c.Index) && c.Chain().Count == 1 && !c.Narrative);

    private void Tell(LessonCandidate sentence, LessonSectionKind kind, Detail detail, int? objective, bool required = false)
    {
        _places[sentence.Index] = new LessonPlace(kind, detail, objective, required)
        {
            Term = kind == LessonSectionKind.KeyIdeas ? Definition(sentence)?.Term : null,
        };
        _words[kind] = _words.GetValueOrDefault(kind) + sentence.Words;
        _worth.Tell(sentence);
    }
}

/// <param name="Objective">Index of the objective it serves; null for none.</param>
internal sealed record LessonPlace(LessonSectionKind Kind, Detail Detail, int? Objective, bool Required)
{
    public string? Term { get; init; }
}

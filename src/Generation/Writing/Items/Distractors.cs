using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>
/// Finds the wrong options of a question: same form, near in meaning, at home in the key's section, and wrong as far as the course's sentences can tell.
/// </summary>
internal sealed class Distractors(OptionPool pool, CourseMeaning meaning, TermBook terms)
{
    /// <summary>Below this share of its words in the key's section an option comes from another topic.</summary>
    private const double FewestAtHome = 0.15;

    /// <summary>Below this nearness of its term to the key's an option comes from another topic, whatever its words; what is said of a thing wants more than what it is.</summary>
    private const double FewestNearDefined = 0.1, FewestNearSaid = 0.17;

    /// <summary>An option of another chapter needs more of both, and no word that this chapter does not have.</summary>
    private const double FewestAtHomeAfar = 0.5, FewestNearAfar = 0.12;

    /// <summary>From this nearness on a learner has to think about an option.</summary>
    private const double Fair = 0.3;

    /// <summary>What people of other sections of the chapter hold stands this near.</summary>
    private const double NearInChapter = 0.4;

    private const int Considered = 11, Plenty = 5;

    private readonly OptionFit _fit = new(meaning, terms);

    /// <returns>Sets of options, best first; the caller takes the first that its checks accept.</returns>
    public IEnumerable<DistractorSet> Find(Question question)
    {
        var kind = question.Key.Form.Kind;
        var candidates = Best(question, question.OnlyOwn ? question.Own : question.Own.Concat(pool.Of(question.Fact.Section.Chapter, kind)), FewestAtHome, FewestNear(kind));
        if (candidates.Count < Plenty && !question.OnlyOwn && !IsRow(kind))
        {
            candidates = [.. candidates, .. Best(question, pool.OfOthers(question.Fact.Section.Chapter, kind).Where(o => meaning.IsInWordsOf(question.Fact.Section.Chapter, o)), FewestAtHomeAfar, FewestNearAfar).Take(Plenty - candidates.Count)];
        }
        var threes = Sets(question, candidates).ToList();
        var pairs = candidates.Count >= 2 ? Pairs(question, candidates).ToList() : [];
        // Two near ones are better than these and one that nobody takes (Rodriguez 2005: three options do as well as four).
        return threes.Where(s => s.Farthest >= Fair).Concat(pairs.Where(s => s.Farthest >= Fair)).Concat(threes.Where(s => s.Farthest < Fair)).Concat(threes.Count == 0 ? pairs.Where(s => s.Farthest < Fair) : []);
    }

    private static bool IsRow(OptionKind kind) => kind is OptionKind.Person or OptionKind.View or OptionKind.Work or OptionKind.Cell or OptionKind.Number or OptionKind.Step;

    private static double FewestNear(OptionKind kind) => kind is OptionKind.Does or OptionKind.Is or OptionKind.Clause or OptionKind.Member ? FewestNearSaid : FewestNearDefined;

    /// <summary>What the course says of each is asked last, and only of the best: it costs most.</summary>
    private List<Rated> Best(Question question, IEnumerable<Option> options, double fewestHome, double fewestNear) =>
        [.. options.Where(o => OptionFit.Fits(question, o))
            .Select(o => Rate(question, o, fewestHome, fewestNear)).OfType<Rated>()
            .OrderByDescending(x => x.Score).ThenBy(x => x.Option.Text, StringComparer.Ordinal)
            .DistinctBy(x => x.Option.Text, StringComparer.OrdinalIgnoreCase)
            .Where(x => question.OnlyOwn || IsRow(x.Option.Form.Kind) || _fit.IsWrong(question, x.Option))
            .Take(Considered)];

    private Rated? Rate(Question question, Option option, double fewestHome, double fewestNear)
    {
        var kind = option.Form.Kind;
        var home = meaning.AtHome(option, question.Fact.Section);
        if (home < fewestHome && kind is not (OptionKind.Person or OptionKind.Number))
        {
            return null;
        }
        var near = kind is OptionKind.View or OptionKind.Work && option.Fact.Section.Index != question.Fact.Section.Index ? NearInChapter : IsRow(kind) ? 0.6 : meaning.Nearness(question.Fact, question.Key.About, option);
        var score = 2 * near + 0.8 * home + Likeness(question, option);
        return near < fewestNear || score <= 0 ? null : new Rated(option, near, score);
    }

    /// <summary>How much an option looks like the key, and how sure its own fact is.</summary>
    private double Likeness(Question question, Option option)
    {
        var key = question.Key;
        var length = Math.Abs(option.Text.Length - key.Text.Length) / (double)Math.Max(option.Text.Length, key.Text.Length);
        return (OptionFit.Size(option) == OptionFit.Size(key) ? 0.4 : 0) - 0.8 * length + 0.3 * terms.ScoreOf(option.About) + 0.3 * option.Fact.Score
            + (CueIn(question) is { Count: > 0 } cue && cue.IsSubsetOf(option.Words) ? 0.8 : 0)
            + (option.About == question.Versus ? 0.8 : 0)
            - (option.Form.Plural != key.Form.Plural ? 0.7 : 0) - (OptionFit.StartAlike(option, key) ? 0 : 0.1);
    }

    /// <summary>Words of the stem that stand in the key: some distractor must have them as well.</summary>
    private static HashSet<string> CueIn(Question question) =>
        ContentWords.Of(question.Stem).Where(w => question.Key.Words.Contains(w) && !CourseEvidence.FormWords.Contains(w)).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<DistractorSet> Sets(Question question, List<Rated> candidates)
    {
        var longer = Longer(question);
        var sets = new List<(DistractorSet Set, double Score)>();
        for (var a = 0; a < candidates.Count; a++)
        {
            for (var b = a + 1; b < candidates.Count; b++)
            {
                for (var c = b + 1; c < candidates.Count; c++)
                {
                    var set = DistractorSet.Of(candidates[a], candidates[b], candidates[c]);
                    if (_fit.AreApart(set.Options) && !(question.Key.Form.Kind == OptionKind.Term && NumberCue(question, set) > 0))
                    {
                        var off = Math.Abs(set.Options.Count(o => o.Text.Length > question.Key.Text.Length) - longer);
                        sets.Add((set, candidates[a].Score + candidates[b].Score + candidates[c].Score - 0.8 * off - NumberCue(question, set)));
                    }
                }
            }
        }
        return sets.OrderByDescending(s => s.Score).Select(s => s.Set).Take(24);
    }

    /// <summary>How many options shall be longer than the key, drawn from its content, so that length tells nothing.</summary>
    private static int Longer(Question question) => Math.Max(0, (int)(StableHash.Of(question.Stem + question.Key.Text) % 6) - 2);

    private IEnumerable<DistractorSet> Pairs(Question question, List<Rated> candidates)
    {
        var longer = Math.Min(2, Longer(question));
        return AllPairs(question, candidates).OrderBy(s => Math.Abs(s.Options.Count(o => o.Text.Length > question.Key.Text.Length) - longer));
    }

    private IEnumerable<DistractorSet> AllPairs(Question question, List<Rated> candidates)
    {
        for (var a = 0; a < candidates.Count; a++)
        {
            for (var b = a + 1; b < candidates.Count; b++)
            {
                var set = DistractorSet.Of(candidates[a], candidates[b]);
                if (_fit.AreApart(set.Options) && NumberCue(question, set) == 0)
                {
                    yield return set;
                }
            }
        }
    }

    /// <summary>A key that alone is singular or plural shows.</summary>
    private static double NumberCue(Question question, DistractorSet set) =>
        question.Key.Form.Plural is { } plural && set.Options.All(o => o.Form.Plural != plural) ? 2 : 0;
}

/// <param name="Near">How near its term stands to the key's, 0 to 1.</param>
internal sealed record Rated(Option Option, double Near, double Score);

/// <summary>The wrong options of one item.</summary>
/// <param name="Near">Mean nearness of their terms to the key's, 0 to 1.</param>
/// <param name="Farthest">Nearness of the one that stands farthest off.</param>
internal sealed record DistractorSet(IReadOnlyList<Option> Options, double Near, double Farthest)
{
    public static DistractorSet Of(params ReadOnlySpan<Rated> rated)
    {
        var (near, farthest) = (0.0, 1.0);
        var options = new List<Option>(rated.Length);
        foreach (var one in rated)
        {
            options.Add(one.Option);
            near += one.Near;
            farthest = Math.Min(farthest, one.Near);
        }
        return new DistractorSet(options, near / rated.Length, farthest);
    }
}


using Tutor.Checks;

namespace Tutor.Writing;

/// <summary>
/// Finds the wrong options of a question: same form, near in meaning, at home in the key's section, and wrong as far as the course's sentences can tell.
/// </summary>
internal sealed class Distractors(OptionPool pool, CourseMeaning meaning, TermBook terms)
{
    /// <summary>Below this share of its words in the key's section an option comes from another topic.</summary>
    private const double FewestAtHome = 0.33;
    private const int Considered = 11;
    private const double MostShared = 0.67;

    /// <returns>Sets of options, best first; the caller takes the first that its checks accept.</returns>
    public IEnumerable<IReadOnlyList<Option>> Find(Question question)
    {
        var section = question.Fact.Section;
        var candidates = (question.OnlyOwn ? question.Own : question.Own.Concat(pool.Of(section.Chapter, question.Key.Form.Kind)))
            .Where(o => Fits(question, o))
            .Select(o => (Option: o, Score: Score(question, o)))
            .Where(x => x.Score > 0)
            .OrderByDescending(x => x.Score).ThenBy(x => x.Option.Text, StringComparer.Ordinal)
            .DistinctBy(x => x.Option.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Considered).ToList();
        var threes = Sets(question, candidates).ToList();
        return threes.Concat(candidates.Count >= 2 && threes.Count == 0 ? Pairs(question, candidates) : []);
    }

    private bool Fits(Question question, Option option)
    {
        var key = question.Key;
        if (option.Form.Kind != key.Form.Kind || option.Form.Group != key.Form.Group || question.Barred.Contains(option.About) && !question.OnlyOwn)
        {
            return false;
        }
        if (option.Form.Plural is { } plural && key.Form.Plural is { } wanted && plural != wanted && option.Form.Kind != OptionKind.Description)
        {
            return false;
        }
        if (IsCapital(option.Text) != IsCapital(key.Text) || option.Text.Equals(key.Text, StringComparison.OrdinalIgnoreCase) || Overlap(option, key) > MostShared)
        {
            return false;
        }
        if (option.Form.Kind is OptionKind.Cell or OptionKind.Number or OptionKind.Step or OptionKind.Person)
        {
            return option.About != key.About || option.Form.Kind == OptionKind.Step;
        }
        if (question.OnlyOwn)
        {
            return true;
        }
        // Length: a word against a sentence gives the answer away.
        var ratio = option.Text.Length / (double)key.Text.Length;
        return ratio is > 0.4 and < 2.6 && IsWrong(question, option);
    }

    private bool IsWrong(Question question, Option option)
    {
        var about = question.About;
        if (terms.AreAliases(option.About, about) || meaning.AreRelated(option.About, about) || meaning.IsDefinedBy(option.Fact, about) || meaning.IsDefinedBy(question.Fact, option.About))
        {
            return false;
        }
        var asks = question.Key.Form.Kind is OptionKind.Term or OptionKind.Member;
        return asks ? !IsTrueOf(question, option) : !meaning.Supports(about, option);
    }

    /// <summary>For an option that is a term: a sentence that names it says what the stem says.</summary>
    private bool IsTrueOf(Question question, Option option) => meaning.Supports(option.About, question.Statement)
        || question.Key.Form.Kind == OptionKind.Term && question.Fact.Sentence.Contains(option.Text, StringComparison.OrdinalIgnoreCase);

    private double Score(Question question, Option option)
    {
        var section = question.Fact.Section;
        var home = meaning.AtHome(option, section);
        if (home < FewestAtHome && option.Form.Kind is not (OptionKind.Person or OptionKind.Number))
        {
            return 0;
        }
        var key = question.Key;
        var same = option.Fact.Section.Index == section.Index;
        var sister = option.About.Split(' ')[^1] == key.About.Split(' ')[^1] && option.About.Contains(' ', StringComparison.Ordinal);
        var length = Math.Abs(option.Text.Length - key.Text.Length) / (double)Math.Max(option.Text.Length, key.Text.Length);
        return home * home * 2 + (same ? 0.5 : 0) + (same && option.Fact.Heading == question.Fact.Heading ? 0.2 : 0) + (sister ? 0.3 : 0)
            + Kinship(option, key) + (Size(option) == Size(key) ? 0.4 : 0) - 0.8 * length + 0.4 * terms.ScoreOf(option.About) + 0.3 * option.Fact.Score
            + (CueIn(question) is { Count: > 0 } cue && cue.IsSubsetOf(option.Words) ? 0.8 : 0)
            - (option.Form.Plural != key.Form.Plural ? 0.7 : 0) - (StartsAlike(option, key) ? 0 : 0.1);
    }

    /// <summary>Words of the stem that stand in the key: some distractor must have them as well.</summary>
    private static HashSet<string> CueIn(Question question) =>
        ContentWords.Of(question.Stem).Where(w => question.Key.Words.Contains(w) && !CourseEvidence.FormWords.Contains(w)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Terms of one class (body parts, people, states) stand better side by side.</summary>
    private double Kinship(Option option, Option key)
    {
        if (key.Form.Kind is not (OptionKind.Term or OptionKind.Member))
        {
            return 0;
        }
        var (a, b) = (meaning.ClassOf(option), meaning.ClassOf(key));
        return a == 0 || b == 0 ? 0 : a == b ? 0.35 : -0.35;
    }

    private IEnumerable<IReadOnlyList<Option>> Sets(Question question, List<(Option Option, double Score)> candidates)
    {
        // Which place the key's length takes among the four is drawn from its content, so that length tells nothing.
        var longer = Math.Max(0, (int)(StableHash.Of(question.Stem + question.Key.Text) % 5) - 1);
        var sets = new List<(IReadOnlyList<Option> Set, double Score)>();
        for (var a = 0; a < candidates.Count; a++)
        {
            for (var b = a + 1; b < candidates.Count; b++)
            {
                for (var c = b + 1; c < candidates.Count; c++)
                {
                    IReadOnlyList<Option> set = [candidates[a].Option, candidates[b].Option, candidates[c].Option];
                    if (AreApart(set))
                    {
                        var off = Math.Abs(set.Count(o => o.Text.Length > question.Key.Text.Length) - longer);
                        sets.Add((set, candidates[a].Score + candidates[b].Score + candidates[c].Score - 0.8 * off - NumberCue(question, set)));
                    }
                }
            }
        }
        return sets.OrderByDescending(s => s.Score).Select(s => s.Set).Take(24);
    }

    private IEnumerable<IReadOnlyList<Option>> Pairs(Question question, List<(Option Option, double Score)> candidates)
    {
        for (var a = 0; a < candidates.Count; a++)
        {
            for (var b = a + 1; b < candidates.Count; b++)
            {
                IReadOnlyList<Option> set = [candidates[a].Option, candidates[b].Option];
                if (AreApart(set) && NumberCue(question, set) == 0)
                {
                    yield return set;
                }
            }
        }
    }

    /// <summary>A key that alone is singular or plural shows.</summary>
    private static double NumberCue(Question question, IReadOnlyList<Option> set) =>
        question.Key.Form.Plural is { } plural && set.All(o => o.Form.Plural != plural) ? 2 : 0;

    private bool AreApart(IReadOnlyList<Option> set)
    {
        for (var i = 0; i < set.Count; i++)
        {
            for (var j = i + 1; j < set.Count; j++)
            {
                if (Overlap(set[i], set[j]) > MostShared || set[i].Form.Kind is not (OptionKind.Cell or OptionKind.Number or OptionKind.Step) && (set[i].About == set[j].About || terms.AreAliases(set[i].About, set[j].About)))
                {
                    return false;
                }
            }
        }
        return true;
    }

    private static double Overlap(Option a, Option b)
    {
        var shared = a.Words.Count(b.Words.Contains);
        var smaller = Math.Min(a.Words.Count, b.Words.Count);
        return smaller == 0 ? 0 : a.Form.Kind is OptionKind.Term or OptionKind.Member or OptionKind.Person ? (shared == smaller && shared == Math.Max(a.Words.Count, b.Words.Count) ? 1 : 0) : shared / (double)smaller;
    }

    private static bool IsCapital(string text) => char.IsUpper(text[0]);

    private static int Size(Option option) => option.Length <= 1 ? 0 : option.Length <= 3 ? 1 : option.Length <= 8 ? 2 : 3;

    private static bool StartsAlike(Option a, Option b) => a.Text.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal) == b.Text.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal);
}

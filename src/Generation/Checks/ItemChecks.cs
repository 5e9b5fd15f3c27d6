using System.Text.RegularExpressions;
using Tutor.Review;

namespace Tutor.Checks;

/// <summary>Whether an item has one right answer that the material proves, and no flaw of item writing (Haladyna, Downing and Rodriguez 2002) that gives the answer away or misleads.</summary>
/// <param name="course">What the course says, against which distractors are held.</param>
public sealed partial class ItemChecks(CourseEvidence course)
{
    /// <summary>Weighted share of the key's words that must stand in its quotes, and of the stem's.</summary>
    private const double KeyProved = 0.95, StemProved = 0.5;

    private readonly RetrievalSolver _solver = new(course);

    /// <summary>The last, which takes the longest, is whether the course alone leads to the key: asked where nothing else is wrong.</summary>
    public IReadOnlyList<CheckResult> Check(ItemBody item)
    {
        var looked = CheckForm(item);
        // A negative stem asks for the one thing that the material does not say.
        return looked.Any(c => !c.Passed) || Negative().IsMatch(item.Stem) ? looked : [.. looked, _solver.Check(item)];
    }

    private IReadOnlyList<CheckResult> CheckForm(ItemBody item)
    {
        var keys = item.Choices.Where(c => c.IsKey).ToList();
        var form = OneKey(item, keys.Count);
        if (!form.Passed) return [form];
        var key = keys[0].Text;
        var others = item.Choices.Where(c => !c.IsKey).Select(c => c.Text).ToList();
        return
        [
            form,
            KeyIsProved(item, key),
            NoDistractorIsRight(item, key, others),
            .. OptionChecks.Check(item.Stem, key, others, [.. item.Choices.Select(c => c.Text)]),
            WholeQuestion(item.Stem),
            NegativeIsMarked(item.Stem),
            Form("no-article-cue", !GivesArticleCue(item.Stem, item.Choices), "The stem ends without an article that fits only some options.", "The stem ends in “a” or “an”, which fits only some of the options."),
        ];
    }

    private static CheckResult OneKey(ItemBody item, int keys) => Form(
        "one-key",
        keys == 1 && item.Choices.Count is >= 3 and <= 6 && item.Choices.All(c => c.Text.Any(char.IsLetterOrDigit)),
        "It has one key and enough options.",
        keys == 1 ? $"It has {item.Choices.Count} options, or an empty one; three to six with words in them are wanted." : $"It has {keys} keys; exactly one option must be right.");

    private CheckResult KeyIsProved(ItemBody item, string key)
    {
        var quoted = string.Join('\n', item.Citations.Select(c => c.Quote));
        var there = ContentWords.Of(quoted).ToHashSet(StringComparer.Ordinal);
        double Share(IEnumerable<string> stems)
        {
            var all = stems.ToHashSet(StringComparer.Ordinal);
            var total = course.Weights.Sum(all);
            return total == 0 ? 1 : course.Weights.Sum(all.Where(there.Contains)) / total;
        }
        var asked = ContentWords.Of(item.Stem).Where(w => !CourseEvidence.FormWords.Contains(w)).Except(ContentWords.Of(key), StringComparer.Ordinal);
        return Form(
            "key-proved",
            there.Count > 0 && Share(ContentWords.Of(key)) >= KeyProved && Share(asked) >= StemProved,
            "The quoted passage proves the key.",
            there.Count == 0 ? "No passage is quoted that proves the key." : "The quoted passage does not say what the key says about this question.");
    }

    private CheckResult NoDistractorIsRight(ItemBody item, string key, List<string> others)
    {
        // A negative stem asks for the one that is not so: there the material supports the others, and that is right.
        if (Negative().IsMatch(item.Stem)) return Form("distractors-wrong", true, "The other options are what the material states.", "");
        foreach (var other in others)
            if (course.Supports(item.Stem, other, key) is { } sentence)
                return Form("distractors-wrong", false, "", $"“{QuoteCheck.Shorten(other)}” may be right as well: the material says “{QuoteCheck.Shorten(sentence)}”");
        return Form("distractors-wrong", true, "The material supports no other option as an answer.", "");
    }

    private static CheckResult WholeQuestion(string stem)
    {
        var gap = Gap().IsMatch(stem);
        var whole = stem.TrimEnd().EndsWith('?') && ContentWords.Words(stem).Count >= 3;
        return Form(
            "whole-question",
            whole && !gap,
            "The stem is a whole question.",
            gap ? "The stem is a gap to fill; ask a whole question." : "The stem is no question; it should end in a question mark and say what is asked.");
    }

    private static CheckResult NegativeIsMarked(string stem)
    {
        var negative = Negative().Match(StripQuotes().Replace(stem, ""));
        return Form(
            "negative-marked",
            !negative.Success || negative.Value[0] is '*' or '_' || !negative.Value.Any(char.IsLower),
            "No negative word in the stem is easily overlooked.",
            $"“{negative.Value}” in the stem is easily overlooked; set it in capitals.");
    }

    private static bool GivesArticleCue(string stem, IReadOnlyList<Choice> choices)
    {
        if (!EndsInArticle().IsMatch(stem)) return false;
        return choices.Select(c => "aeiou".Contains(char.ToLowerInvariant(c.Text[0]), StringComparison.Ordinal)).Distinct().Count() > 1;
    }

    internal static CheckResult Form(string name, bool passed, string good, string bad) => new(name, passed, passed ? good : bad);

    [GeneratedRegex(@"[*_]*\b(?:not|except|least|incorrect|false|never|cannot|neither)\b[*_]*|n[’']t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negative();

    [GeneratedRegex(@"_{2,}|…|\.\.\.\s*\??$")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[“""].*?[”""]")]
    private static partial Regex StripQuotes();

    [GeneratedRegex(@"\ban?\s*[?:.]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex EndsInArticle();
}

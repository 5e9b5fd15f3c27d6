using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Review;
using static Tutor.Checks.ItemChecks;

namespace Tutor.Checks;

/// <summary>Whether an item's options are distinct, alike, and give nothing away.</summary>
internal static partial class OptionChecks
{
    /// <summary>How much longer than every other option the key may be.</summary>
    private const double LongestKey = 1.25;

    public static IEnumerable<CheckResult> Check(string stem, string key, IReadOnlyList<string> others, IReadOnlyList<string> inOrder)
    {
        var overlap = Overlapping(inOrder);
        var odd = Odd(key, others);
        var cue = WordCue(stem, key, others);
        var broken = inOrder.Select(o => (Option: o, Fault: OptionWording.Fault(o))).FirstOrDefault(o => o.Fault is not null);
        var vague = inOrder.Count(o => Vague().IsMatch(o));
        return
        [
            Form("options-distinct", overlap is null, "All options are distinct.", $"“{QuoteCheck.Shorten(overlap?.A ?? "")}” and “{QuoteCheck.Shorten(overlap?.B ?? "")}” overlap."),
            Form("options-whole", broken.Fault is null, "Every option can stand alone.", $"“{QuoteCheck.Shorten(broken.Option ?? "")}” {broken.Fault}."),
            Form("no-all-of-the-above", !inOrder.Any(o => AllOrNone().IsMatch(o)), "No option stands for the others.", "An option such as all, none or both of the above stands for other options; give each option words of its own."),
            Form("no-true-false", inOrder.Count(o => TrueFalse().IsMatch(o.Trim())) < 2, "The options say more than true and false.", "Options that are only true and false let half of all guesses win."),
            Form("key-not-longest", !IsLongest(key, others), "The key is not given away by its length.", "The key is clearly the longest option; shorten it or lengthen the others."),
            Form("options-alike", odd is null, "The options are alike in form.", $"The key alone {odd}; make the options alike."),
            Form("no-absolute-cue", Absolute().IsMatch(key) == others.Any(o => Absolute().IsMatch(o)), "No absolute word gives the key away.", "An absolute word (always, never, all, only) stands only in the key or only in the others."),
            Form("no-vague-words", vague == 0 || vague == inOrder.Count, "No vague word stands only in some options.", "A vague word (often, some, may, usually) stands only in some options."),
            Form("no-word-cue", cue is null, "No word of the stem stands only in the key.", $"“{cue}” of the stem stands in the key and in no other option."),
            Form("numbers-in-order", NumbersInOrder(inOrder), "Numbers stand in their order.", "The options are numbers; put them in ascending order."),
        ];
    }

    /// <summary>Two options of which one equals or contains the other.</summary>
    private static (string A, string B)? Overlapping(IReadOnlyList<string> options)
    {
        var plain = options.Select(o => string.Join(' ', ContentWords.Words(o))).ToList();
        for (var i = 0; i < plain.Count; i++)
            for (var j = 0; j < plain.Count; j++)
            {
                if (i == j) continue;
                var nested = plain[i].Contains(' ', StringComparison.Ordinal) && $" {plain[j]} ".Contains($" {plain[i]} ", StringComparison.Ordinal);
                if (plain[i] == plain[j] || nested) return (options[i], options[j]);
            }
        return null;
    }

    private static bool IsLongest(string key, IReadOnlyList<string> others) =>
        ContentWords.Count(key) > 2 && others.All(o => key.Length >= LongestKey * o.Length);

    /// <summary>What the key has that all others lack, or lacks that all others have.</summary>
    private static string? Odd(string key, IReadOnlyList<string> others)
    {
        foreach (var (has, what, lacks) in s_shapes)
        {
            var rest = others.Select(has).Distinct().ToList();
            if (others.Count >= 2 && rest.Count == 1 && rest[0] != has(key)) return rest[0] ? lacks : what;
        }
        return null;
    }

    private static readonly (Func<string, bool> Has, string What, string Lacks)[] s_shapes =
    [
        (o => Article().IsMatch(o), "opens with an article", "opens without an article"),
        (o => Gerund().IsMatch(o), "opens with an -ing form", "does not open with an -ing form"),
        (o => o.StartsWith("to ", StringComparison.OrdinalIgnoreCase), "opens with “to”", "does not open with “to”"),
        (o => o.TrimEnd().EndsWith('.'), "ends with a full stop", "lacks the final full stop"),
        (o => Number().IsMatch(o), "is a number", "is no number"),
        (o => Plural().IsMatch(o), "is in the plural", "is in the singular"),
    ];

    private static string? WordCue(string stem, string key, IReadOnlyList<string> others)
    {
        var elsewhere = others.SelectMany(ContentWords.Of).ToHashSet(StringComparer.Ordinal);
        var inKey = ContentWords.Of(key).ToHashSet(StringComparer.Ordinal);
        return ContentWords.Words(stem).FirstOrDefault(w => !ContentWords.IsFunctionWord(w) && inKey.Contains(ContentWords.Stem(w)) && !elsewhere.Contains(ContentWords.Stem(w)));
    }

    private static bool NumbersInOrder(IReadOnlyList<string> options)
    {
        var numbers = options.Select(o => Number().Match(o)).ToList();
        if (numbers.Any(m => !m.Success)) return true;
        var values = numbers.Select(m => double.TryParse(m.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : 0).ToList();
        return values.SequenceEqual(values.Order()) || values.SequenceEqual(values.OrderDescending());
    }

    [GeneratedRegex(@"\b(all|none|neither|both|any) of (the )?(above|these|those|others?|other (answers|options|choices))\b|^both [a-e]\b|^\(?[a-e]\)? (and|or|&) \(?[a-e]\)?\.?$|^(all|none)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex AllOrNone();

    [GeneratedRegex(@"^(true|false|yes|no)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex TrueFalse();

    [GeneratedRegex(@"\b(always|never|all|every|none|only|completely|entirely|totally|must|impossible|absolutely)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\b(usually|often|frequently|sometimes|occasionally|generally|rarely|seldom|typically|many|some|several|few|may|might|could|probably|mostly)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();

    [GeneratedRegex(@"^(a|an|the)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"^\w{2,}ing\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gerund();

    [GeneratedRegex(@"^[~<>≈$€£]?\s*(?<n>\d[\d,]*(?:\.\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\S+\s){0,2}\p{L}*[^suiSUI\W]s$")]
    private static partial Regex Plural();
}

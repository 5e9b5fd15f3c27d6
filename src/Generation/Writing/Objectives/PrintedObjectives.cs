using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Review;

namespace Tutor.Writing;

/// <summary>Objectives a source prints, brought to the form of ours: one verb that can be observed, no "you will be able to".</summary>
internal static partial class PrintedObjectives
{
    /// <summary>What cannot be observed is asked for as what shows it.</summary>
    private static string? Observable(string verb) => verb switch
    {
        "understand" or "know" or "appreciate" or "grasp" or "comprehend" or "realize" or "realise" or "see" or "believe" => "explain",
        "learn" or "explore" or "consider" or "study" or "cover" or "investigate" or "discover" or "view" => "describe",
        _ => null,
    };

    /// <returns>Null where the line is no objective.</returns>
    public static (string Text, BloomLevel Level)? Read(string line)
    {
        var text = Preamble().Replace(line.Trim(), "").TrimEnd('.', ';', ',', ' ');
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count < 2)
        {
            return null;
        }
        words[0] = words[0].ToLowerInvariant().TrimEnd(',');
        // "Define and describe X": the second verb asks for more; "compare and contrast" is one.
        if (words.Count > 3 && words[1] is "and" or "or" && IsVerb(words[0]) && IsVerb(words[2].ToLowerInvariant()) && !(words[0] == "compare" && words[2] == "contrast"))
        {
            words = [words[2].ToLowerInvariant(), .. words.Skip(3)];
        }
        if (Observable(words[0]) is { } verb)
        {
            words[0] = verb;
            words.RemoveRange(1, words.Count > 2 && words[1] is "about" ? 1 : 0);
        }
        return BloomVerbs.LevelOf(words[0]) is { } level ? (char.ToUpperInvariant(words[0][0]) + words[0][1..] + " " + string.Join(' ', words.Skip(1)), level) : null;
    }

    private static bool IsVerb(string word) => BloomVerbs.LevelOf(word) is not null || BloomVerbs.IsVague(word);

    [GeneratedRegex(@"^(?:(?:by the end|at the end|after (?:reading|completing|studying|finishing)|upon completion) of .{3,60}?,\s*)?(?:(?:you|students?|learners?|the (?:student|learner|reader)) (?:will|should|can|must)\s+)?(?:be able to:?\s+)?(?:to\s+(?=\p{L}))?", RegexOptions.IgnoreCase)]
    private static partial Regex Preamble();
}

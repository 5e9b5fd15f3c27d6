using System.Text.RegularExpressions;
using Tutor.Chats;
using Tutor.Checks;

namespace Tutor.Tutoring;

/// <summary>Tells whether a question is one of a quiz that was not handed in: those the tutor helps with, and does not answer.</summary>
internal static partial class OpenItems
{
    /// <summary>Share of a stem's words from which a question repeats it; nobody who asks of the same matter in own words comes near.</summary>
    private const double Repeats = 0.65;

    private const int FewestWords = 3;

    /// <param name="beside">The open item on the screen, if any: there "what is the answer?" means it.</param>
    /// <param name="open">All the learner's open items of the course.</param>
    public static OwnItem? Asked(string question, OwnItem? beside, IReadOnlyList<OwnItem> open)
    {
        if (beside is not null && (ForTheAnswer().IsMatch(question) || Repeated(question, beside) || NamesAnOption(question, beside))) return beside;
        return open.FirstOrDefault(i => Repeated(question, i));
    }

    private static bool Repeated(string question, OwnItem item)
    {
        var stem = ContentWords.Of(item.Body.Stem).ToHashSet(StringComparer.Ordinal);
        var said = ContentWords.Of(question).ToHashSet(StringComparer.Ordinal);
        return stem.Count >= FewestWords && stem.Count(said.Contains) >= Repeats * stem.Count;
    }

    /// <summary>"Is it osmosis?", "is the first option right?": asking them one by one is asking for the key.</summary>
    private static bool NamesAnOption(string question, OwnItem item) =>
        Guess().IsMatch(question) && item.Body.Choices.Any(c => ContentWords.Of(c.Text).ToList() is { Count: > 0 } words && words.TrueForAll(ContentWords.Of(question).Contains));

    [GeneratedRegex(@"\b(the|this|that|correct|right|my|which|quiz) (answer|option|choice|one|key|solution)s?\b|\b(answer|solve) (it|this|that|the (question|item|quiz|exercise))\b|\b(is it|is the answer|should i (choose|pick|take|select)) ?\(?([a-h]|[1-8]|the (first|second|third|fourth|last))\)?\b|\bwhich (of (these|them|the following)|option|choice)\b|^(what|which)( one)? is (it|right|correct)\b|^(hint|help( me)?|i (don['’]t|do not) know)[\s.!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ForTheAnswer();

    [GeneratedRegex(@"^(so |and |then )?(is|are|would|could|can|isn['’]t|aren['’]t|it['’]?s|is it|i think)\b|\b(right|correct|true|wrong|false)\?*$", RegexOptions.IgnoreCase)]
    private static partial Regex Guess();
}

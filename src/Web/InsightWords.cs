using System.Globalization;
using Tutor.Insights;

namespace Tutor.Web;

/// <summary>Insight in words for a teacher. Small numbers are told as they are, never as percentages.</summary>
public static class InsightWords
{
    /// <summary>"62 % (18 of 29)", "3 of 4", "nobody yet".</summary>
    public static string Of(Share share) => share switch
    {
        { All: 0 } => "nobody yet",
        { IsFew: true } => $"{share.Some} of {share.All}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{share.Part * 100:N0} % ({share.Some:N0} of {share.All:N0})"),
    };

    /// <summary>"12 mastered, 6 on the way, 3 weak, 10 not yet asked".</summary>
    public static string Of(MasterySpread spread)
    {
        var parts = new List<string>();
        if (spread.Mastered > 0) parts.Add($"{spread.Mastered} mastered");
        if (spread.Underway > 0) parts.Add($"{spread.Underway} on the way");
        if (spread.Weak > 0) parts.Add($"{spread.Weak} weak");
        if (spread.Open > 0) parts.Add(parts.Count == 0 ? "nobody has answered yet" : $"{spread.Open} not yet asked");
        return string.Join(", ", parts);
    }

    public static string Of(ItemDoubt doubt) => doubt.Kind switch
    {
        ItemDoubtKind.BelowChance => "Right less often than by guessing: is the key the right one?",
        ItemDoubtKind.StrongFail => "Those who do well otherwise get it wrong, and the others right: it may be read in two ways.",
        ItemDoubtKind.RatherTaken => $"Most take “{doubt.Choice}” instead of the key.",
        _ => $"Nobody takes “{doubt.Choice}”: it does not distract.",
    };

    public static string Of(LearnerNeed need) => need.Kind switch
    {
        LearnerNeedKind.Stuck => $"Has answered {need.Answers} times about “{need.Objective}”, and it does not go well yet.",
        LearnerNeedKind.Falling => $"The last two quizzes went worse than before: {need.Late?.Some} of {need.Late?.All} right, against {need.Early?.Some} of {need.Early?.All}.",
        LearnerNeedKind.Away => $"Began, and has not been here for {need.Days} days.",
        _ => $"Has not started in {need.Days} days.",
    };

    public static string Kind(LearnerNeedKind kind) => kind switch
    {
        LearnerNeedKind.Stuck => "Stuck",
        LearnerNeedKind.Falling => "Falling",
        LearnerNeedKind.Away => "Away",
        _ => "Not started",
    };

    /// <summary>Class of the badge.</summary>
    public static string Look(LearnerNeedKind kind) => kind switch
    {
        LearnerNeedKind.Stuck => "bad",
        LearnerNeedKind.Falling => "warn",
        _ => "",
    };
}

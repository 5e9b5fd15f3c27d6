using Tutor.Learning;

namespace Tutor.Web;

/// <summary>A learner's progress in words.</summary>
public static class LearningWords
{
    public static string Next(NextStep next, Dashboard board) => next.Kind switch
    {
        NextKind.Revise => $"Go over: {next.Title}",
        _ when board.Finished == 0 && board.ActiveAt is null => $"Start: {next.Title}",
        _ => $"Continue: {next.Title}",
    };

    /// <summary>Why the next step is what it is.</summary>
    public static string Why(NextStep next, Dashboard board) => next.Kind switch
    {
        NextKind.Revise => $"In its quiz {(next.Objectives.Count == 1 ? "one objective" : $"{next.Objectives.Count} objectives")} did not go well yet. The lesson and another try help most now.",
        _ when board.Modules.Single(m => m.Id == next.ModuleId).Place >= Begun => "You stopped in the middle of its lesson.",
        _ when board.Finished == 0 => "The first module. You can also begin anywhere else.",
        _ => "The next module you have not finished.",
    };

    /// <summary>Where the learner stands in a module, and why.</summary>
    public static string Standing(DashboardModule module, IReadOnlyList<ObjectiveMastery> objectives)
    {
        if (module is { Score: { } score, OutOf: { } outOf }) return $"You answered {score} of {outOf} right; {Open(objectives)}.";
        if (module.Finished) return "Read; its quiz is still to be taken.";
        if (module.Place >= Begun) return $"You have read {Share(module.Place)} of the lesson.";
        return objectives.Count == 0 ? "Not begun." : $"Not begun. {Words.Count(objectives.Count, "objective")}.";
    }

    /// <summary>"asked 9 days ago".</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now) => (int)(now - then).TotalDays switch
    {
        < 1 => "today",
        1 => "yesterday",
        var days and < 60 => $"{days} days ago",
        var days => $"{days / 30} months ago",
    };

    /// <summary>Thousandths of a lesson from which on it counts as begun.</summary>
    private const int Begun = 80;

    private static string Open(IReadOnlyList<ObjectiveMastery> objectives)
    {
        var open = objectives.Where(o => o.Probability < Dashboards.Mastered).ToList();
        if (open.Count == 0) return objectives.Count == 1 ? "its objective is mastered" : $"all {objectives.Count} objectives are mastered";
        if (open.Count > 1) return $"{open.Count} of {objectives.Count} objectives are not secure yet";
        return $"“{open[0].Text}” is {MasteryWords.Of(open[0].Probability)}";
    }

    private static string Share(int place) => place switch
    {
        < 200 => "the beginning",
        < 420 => "a third",
        < 580 => "half",
        < 900 => "most",
        _ => "all",
    };
}

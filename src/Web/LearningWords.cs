using Tutor.Learning;

namespace Tutor.Web;

/// <summary>A learner's progress in words.</summary>
public static class LearningWords
{
    public static string Next(NextStep next, Dashboard board) => next.Kind switch
    {
        NextKind.Revise => $"Go over: {next.Title}",
        _ when board.Finished == 0 => $"Start: {next.Title}",
        _ => $"Continue: {next.Title}",
    };

    /// <summary>Why the next step is what it is.</summary>
    public static string Why(NextStep next, Dashboard board) => next.Kind switch
    {
        NextKind.Revise => $"In its quiz {(next.Objectives.Count == 1 ? "one objective" : $"{next.Objectives.Count} objectives")} did not go well yet. The lesson and another try help most now.",
        _ when board.Finished == 0 => "The first module. You can also begin anywhere else.",
        _ => "The next module you have not finished.",
    };
}

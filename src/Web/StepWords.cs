using Tutor.Courses;

namespace Tutor.Web;

/// <summary>The steps of a new course, in words.</summary>
public static class StepWords
{
    public static string Address(Guid course, CourseStep step) => step switch
    {
        CourseStep.Upload => $"/teach/{course}",
        CourseStep.Outline or CourseStep.Review => $"/teach/{course}/outline",
        _ => $"/teach/{course}/publish",
    };

    /// <summary>How much there is, or how much is left.</summary>
    public static string Left(CourseProgress progress, CourseStep step) => step switch
    {
        CourseStep.Upload when progress.Unread > 0 => $"{Words.Count(progress.Unread, "file")} being read",
        CourseStep.Upload => progress.Ready == 0 ? "No file yet" : Words.Count(progress.Ready, "file"),
        CourseStep.Outline when progress.Modules == 0 => "No modules yet",
        CourseStep.Outline => progress.Writing > 0 ? $"{Words.Count(progress.Modules, "module")}, being written" : Words.Count(progress.Modules, "module"),
        CourseStep.Review when progress.Pieces == 0 => "Nothing written yet",
        CourseStep.Review => progress.Unreviewed == 0 ? "All looked at" : $"{progress.Unreviewed} of {progress.Pieces} to look at",
        _ => "Not published",
    };
}

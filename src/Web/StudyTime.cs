using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Lessons;

namespace Tutor.Web;

/// <summary>How long a module takes, with its quiz.</summary>
public static class StudyTime
{
    /// <summary>Words a minute of somebody who studies rather than skims.</summary>
    private const double Pace = 200;

    /// <summary>Minutes for a question of the quiz: reading it, choosing, and a look at why.</summary>
    private const double PerQuestion = .5;

    /// <param name="unread">How much of the lesson is still to be read, 0 to 1.</param>
    public static int Minutes(OutlineModule module, LessonReading? reading, double unread = 1)
    {
        var words = module.Objectives.Sum(o => CountOf(o.Body.Text)) + (reading?.Page.Sentences.Sum(s => CountOf(s.Text)) ?? 0);
        return Math.Max(1, (int)Math.Ceiling((unread * words / Pace) + (QuizLength(module) * PerQuestion)));
    }

    /// <summary>As many questions as a learner's quiz of the module has.</summary>
    public static int QuizLength(OutlineModule module) => QuizChoice.Length(module.Items, module.Objectives.Count);

    private static int CountOf(string text) => text.Count(char.IsWhiteSpace) + 1;
}

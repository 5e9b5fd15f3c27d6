using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;

namespace Tutor.Web.Pages.Learn;

/// <summary>A course as its learners see it: modules by chapter, with progress.</summary>
public sealed class CourseModel(TutorDb db, CourseAccess access, Dashboards dashboards) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Learner)
{
    public Dashboard Board { get; private set; } = null!;

    public async Task OnGetAsync() => Board = await dashboards.ForAsync(Seat, Aborted);

    public IEnumerable<string> Facts(DashboardModule module)
    {
        if (module.Finished) yield return "Finished";
        var objectives = Board.Mastery.Where(m => m.ModuleId == module.Id).ToList();
        if (objectives.Count == 0) yield break;
        var seen = objectives.Count(o => o.Observations > 0);
        yield return seen == 0
            ? Words.Count(objectives.Count, "objective")
            : $"{objectives.Count(o => o.Probability >= Dashboards.Mastered)} of {Words.Count(objectives.Count, "objective")} mastered";
    }
}

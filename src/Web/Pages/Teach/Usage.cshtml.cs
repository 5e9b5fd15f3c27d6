using Tutor.Courses;
using Tutor.Data;
using Tutor.Models.Accounting;
using Tutor.ModelWriting;
using Tutor.Review;

namespace Tutor.Web.Pages.Teach;

/// <summary>What language models wrote of a course: calls, tokens, budget, and what was left to the extractive writer.</summary>
public sealed class UsageModel(TutorDb db, CourseAccess access, CourseUsageReader usage, CourseForecaster forecaster, WhoWrote who) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    public CourseUsage Usage { get; private set; } = null!;

    public CourseForecast Forecast { get; private set; } = null!;

    public IReadOnlyList<WrittenBy> Writers { get; private set; } = [];

    /// <summary>Lessons that a model drafted and the extractive writer wrote.</summary>
    public IReadOnlyList<FallenBack> FellBack { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Usage = await usage.OfAsync(Course.Id, Aborted);
        Forecast = await forecaster.OfAsync(Course.Id, Aborted);
        (Writers, FellBack) = (await who.OfAsync(Course.Id, Aborted), await who.FellBackAsync(Course.Id, Aborted));
    }
}

using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;

namespace Tutor.Web.Pages.Learn;

/// <summary>A course as its learners see it: modules by chapter, with progress.</summary>
public sealed class CourseModel(TutorDb db, CourseAccess access, Dashboards dashboards, NextSteps steps) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Learner)
{
    /// <summary>A course with more modules than fit on a screen or two folds its chapters.</summary>
    private const int Foldable = 14;

    private ILookup<Guid, ObjectiveMastery> _mastery = null!;

    public Dashboard Board { get; private set; } = null!;

    public int? Minutes { get; private set; }

    public IReadOnlyList<MapPart> Parts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Board = await dashboards.ForAsync(Seat, Aborted);
        Minutes = await steps.MinutesAsync(Seat, Board, Aborted);
        _mastery = Board.Mastery.ToLookup(m => m.ModuleId);
        Parts = MapPart.Of(Board, Foldable);
    }

    public string Standing(DashboardModule module) => LearningWords.Standing(module, [.. _mastery[module.Id]]);

    /// <summary>Of its objectives on average; null where nothing was asked yet.</summary>
    public MasteryBar? Mastery(DashboardModule module) =>
        _mastery[module.Id].Any(o => o.Observations > 0) ? new MasteryBar(_mastery[module.Id].Average(o => o.Observations > 0 ? o.Probability : 0)) : null;
}

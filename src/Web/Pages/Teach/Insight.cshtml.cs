using Microsoft.AspNetCore.Mvc;
using Tutor.Chats;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Insights;

namespace Tutor.Web.Pages.Teach;

/// <summary>How learners do by objective and question, and who needs help.</summary>
public sealed class InsightModel(TutorDb db, CourseAccess access, InsightReader reader, UncoveredQuestions uncovered) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    /// <summary>Of those who need help, so many are named here; all are on the page of learners.</summary>
    public const int Named = 6;

    public static readonly IReadOnlyList<(int? Days, string Word)> Ranges = [(7, "7 days"), (30, "30 days"), (null, "Since the beginning")];

    /// <summary>Answers of the last so many days; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Days { get; set; }

    public CourseInsight Insight { get; private set; } = null!;

    public IReadOnlyList<LearnerInsight> NeedHelp { get; private set; } = [];

    /// <summary>What was asked that the material does not answer, most asked first.</summary>
    public IReadOnlyList<QuestionCluster> Asked { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Asked = await uncovered.OfAsync(Course.Id, Aborted);
        NeedHelp = [.. (await reader.LearnersAsync(Seat, Aborted)).TakeWhile(l => l.Need is not null)];
    }

    /// <summary>The questions as a table.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        await ReadAsync();
        IEnumerable<IEnumerable<object?>> rows = Insight.Modules.SelectMany(m => m.Objectives.SelectMany(o => o.Items.Select(i => new object?[]
        {
            m.Title, o.Text, i.Stem, i.First.All, i.First.Some, i.Omitted, string.Join("; ", i.Choices.Select(c => $"{c.Text}{(c.IsKey ? " (key)" : "")}: {c.Taken}")),
            string.Join(" ", i.Doubts.Select(InsightWords.Of)),
        })));
        return File(Csv.Write(rows.Prepend(["Module", "Objective", "Question", "First answers", "Of them right", "Left out", "Choices taken", "Remarks"])), Csv.ContentType, "questions.csv");
    }

    private async Task ReadAsync()
    {
        if (Days is < 1 or > InsightReader.MaxDays) Days = null;
        Insight = await reader.OfCourseAsync(Seat, Days, Aborted);
    }
}

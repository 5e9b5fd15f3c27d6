using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Insights;

namespace Tutor.Web.Pages.Teach;

/// <summary>Every learner's progress, and why some may need help.</summary>
public sealed class InsightLearnersModel(TutorDb db, CourseAccess access, InsightReader reader, Outline outline) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    public const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>How many are passed over.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    public IReadOnlyList<LearnerInsight> Found { get; private set; } = [];

    public IEnumerable<LearnerInsight> Shown => Found.Skip(From).Take(PageSize);

    public int Modules { get; private set; }

    public int Objectives { get; private set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (!string.IsNullOrWhiteSpace(Find))
            Found = [.. Found.Where(l => l.Name.Contains(Find.Trim(), StringComparison.OrdinalIgnoreCase) || l.Email.Contains(Find.Trim(), StringComparison.OrdinalIgnoreCase))];
        From = Math.Clamp(From, 0, Found.Count);
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        await ReadAsync();
        IEnumerable<IEnumerable<object?>> rows = Found.Select(l => new object?[]
        {
            l.Name, l.Email, l.EnrolledAt.UtcDateTime.ToString("u", System.Globalization.CultureInfo.InvariantCulture), l.LastAt?.UtcDateTime.ToString("u", System.Globalization.CultureInfo.InvariantCulture),
            l.Finished, Modules, l.Attempts, l.Mastered, l.Weak, Objectives, l.Need is { } need ? InsightWords.Of(need) : "",
        });
        return File(Csv.Write(rows.Prepend(["Name", "E-mail", "Enrolled", "Last there", "Modules finished", "Modules", "Quizzes handed in", "Objectives mastered", "Objectives weak", "Objectives", "May need help"])), Csv.ContentType, "learners.csv");
    }

    private async Task ReadAsync()
    {
        var modules = Seat.PublicationId is { } publication ? await outline.PublishedAsync(publication, Aborted) : [];
        (Modules, Objectives) = (modules.Count, modules.Sum(m => m.Objectives.Count));
        Found = await reader.LearnersAsync(Seat, Aborted);
    }
}

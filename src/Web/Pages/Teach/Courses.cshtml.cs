using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web.Pages.Teach;

public sealed record TaughtCourse(Guid Id, string Title, string Description, int? Number, int Sources, int Learners);

public sealed class CoursesModel(TutorDb db, CourseAccess access) : TutorPage
{
    public IReadOnlyList<TaughtCourse> Courses { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        if (!(await access.TaughtBy(Caller).AsNoTracking().PageAsync(after, Aborted)).Succeeded(out var page, out _)) return RedirectToPage();
        var ids = page.Items.Select(c => c.Id).ToList();
        var counts = await db.Courses.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id,
            Number = db.Publications.Where(p => p.Id == c.PublicationId).Select(p => (int?)p.Number).SingleOrDefault(),
            Sources = db.Sources.Count(s => s.CourseId == c.Id),
            Learners = db.Enrollments.Count(e => e.CourseId == c.Id),
        }).ToDictionaryAsync(c => c.Id, Aborted);
        Courses = [.. page.Items.Select(c => new TaughtCourse(c.Id, c.Title, c.Description, counts[c.Id].Number, counts[c.Id].Sources, counts[c.Id].Learners))];
        Next = page.Next;
        return Page();
    }
}

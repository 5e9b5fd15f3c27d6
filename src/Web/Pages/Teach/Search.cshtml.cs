using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Retrieval;

namespace Tutor.Web.Pages.Teach;

/// <summary>Search in a course's material.</summary>
public sealed class SearchModel(TutorDb db, CourseAccess access, PassageSearch search) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    private const int Take = 10;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Passage> Passages { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (!string.IsNullOrWhiteSpace(Q)) Passages = await search.SearchAsync(Course.Id, Q.Trim(), Take, Aborted);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;

namespace Tutor.Web.Pages.Learn;

/// <summary>A learner's courses with the next step in each, and those they can join.</summary>
public sealed class HomeModel(TutorDb db, CourseList courses, Dashboards dashboards, Enrolling enrolling) : TutorPage
{
    public IReadOnlyList<Dashboard> Mine { get; private set; } = [];

    public IReadOnlyList<CourseEntry> Open { get; private set; } = [];

    public string? More { get; private set; }

    public async Task OnGetAsync(string? after)
    {
        var enrolled = await db.Enrollments.Where(e => e.UserId == Caller.Id).OrderByDescending(e => e.CreatedAt)
            .Join(db.Courses, e => e.CourseId, c => c.Id, (e, c) => new CourseSeat(c.Id, e.UserId, Seat.Learner, c.PublicationId)).ToListAsync(Aborted);
        var mine = new List<Dashboard>();
        foreach (var seat in enrolled) mine.Add(await dashboards.ForAsync(seat, Aborted));
        Mine = mine;
        if ((await courses.OpenAsync(Caller, after, Aborted)).Succeeded(out var page, out _)) (Open, More) = (page.Items, page.Next);
    }

    public async Task<IActionResult> OnPostJoinAsync(Guid course)
    {
        var joined = await enrolling.JoinAsync(course, Caller, Aborted);
        return joined.Refusal is { } refusal ? Refuse(refusal, RedirectToPage()) : Redirect($"/courses/{course}");
    }
}

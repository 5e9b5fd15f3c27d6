using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Web.Pages.Admin;

/// <summary>Questions of all courses to accept or reject.</summary>
public sealed class ReviewModel(TutorDb db, ReviewQueue queue) : TutorPage
{
    [BindProperty(SupportsGet = true)]
    public ReviewState State { get; set; }

    [BindProperty(SupportsGet = true, Name = "course")]
    public Guid? CourseId { get; set; }

    public IReadOnlyList<(Guid Id, string Title)> Courses { get; private set; } = [];

    public Desk Desk { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        var here = $"/review?state={Inputs.WordOf(State)}&course={CourseId}";
        if (!(await queue.ListAsync(new ReviewFilter(Inputs.WordOf(State), "item", CourseId), Caller, after, Aborted)).Succeeded(out var page, out _)) return RedirectToPage();
        Desk = Desk.Of(page, here, State);
        Courses = [.. (await Db().ToListAsync(Aborted)).Select(c => (c.Id, c.Title))];
        return Page();

        IQueryable<Tutor.Courses.Course> Db() => db.Courses.AsNoTracking().OrderBy(c => c.Title);
    }
}

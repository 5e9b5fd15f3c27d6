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

    /// <summary>Only what learners doubt, in whatever state.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Doubted { get; set; }

    public Desk Desk { get; private set; } = null!;

    public DoubtedLink Reported { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        var here = Doubted ? "/review?doubted=true" : $"/review?state={Inputs.WordOf(State)}&course={CourseId}";
        var filter = Doubted ? new ReviewFilter(Kind: "item", Doubted: true) : new ReviewFilter(Inputs.WordOf(State), "item", CourseId);
        if (!(await queue.ListAsync(filter, Caller, after, Aborted)).Succeeded(out var page, out _)) return RedirectToPage();
        Desk = Desk.Of(page, here, State);
        Reported = new DoubtedLink(await queue.DoubtedAsync(Caller, null, Aborted), Doubted, "/review?doubted=true", "/review");
        Courses = [.. (await Db().ToListAsync(Aborted)).Select(c => (c.Id, c.Title))];
        return Page();

        IQueryable<Tutor.Courses.Course> Db() => db.Courses.AsNoTracking().OrderBy(c => c.Title);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Web.Pages.Teach;

/// <summary>A course's questions, to be gone through one after another.</summary>
public sealed class DeskModel(TutorDb db, CourseAccess access, ReviewQueue queue) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    [BindProperty(SupportsGet = true)]
    public ReviewState State { get; set; }

    [BindProperty(SupportsGet = true, Name = "module")]
    public Guid? ModuleId { get; set; }

    public IReadOnlyList<(Guid Id, string Title)> Modules { get; private set; } = [];

    /// <summary>Only what learners doubt, in whatever state.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Doubted { get; set; }

    public Desk Desk { get; private set; } = null!;

    public DoubtedLink Reported { get; private set; } = null!;

    public string Summary { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        var here = Doubted ? $"/teach/{Id}/review?doubted=true" : $"/teach/{Id}/review?state={Inputs.WordOf(State)}&module={ModuleId}";
        var filter = Doubted ? new ReviewFilter(Kind: "item", CourseId: Id, Doubted: true) : new ReviewFilter(Inputs.WordOf(State), "item", Id, ModuleId);
        if (!(await queue.ListAsync(filter, Caller, after, Aborted)).Succeeded(out var page, out _)) return RedirectToPage(new { Id });
        Desk = Desk.Of(page, here, State);
        Reported = new DoubtedLink(await queue.DoubtedAsync(Caller, Id, Aborted), Doubted, $"/teach/{Id}/review?doubted=true", $"/teach/{Id}/review");
        var modules = await Db.Modules.AsNoTracking().Where(m => m.CourseId == Id && m.State != ModuleState.Removed).OrderBy(m => m.Position).Select(m => new { m.Id, m.Title }).ToListAsync(Aborted);
        Modules = [.. modules.Select(m => (m.Id, m.Title))];
        Summary = await SummaryAsync();
        return Page();
    }

    private async Task<string> SummaryAsync()
    {
        var states = await Db.Reviewables.Where(r => r.CourseId == Id && r.Kind == ReviewableKind.Item && Db.Modules.Any(m => m.Id == r.ModuleId && m.State != ModuleState.Removed))
            .GroupBy(r => r.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, Aborted);
        var waiting = states.GetValueOrDefault(ReviewState.Proposed);
        var all = states.Values.Sum();
        return all == 0 ? "No questions have been written yet." : waiting == 0 ? $"All of {Words.Count(all, "question")} looked at" : $"{waiting} of {Words.Count(all, "question")} to review";
    }
}

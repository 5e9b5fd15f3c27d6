using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;

namespace Tutor.Web.Pages.Learn;

/// <summary>A learner's next step, what is due again, their courses, and those they can join.</summary>
public sealed class HomeModel(TutorDb db, CourseList courses, Dashboards dashboards, Enrolling enrolling, NextSteps steps, TimeProvider clock) : TutorPage
{
    /// <summary>The one the learner was last in comes first.</summary>
    public IReadOnlyList<LearnerCourse> Mine { get; private set; } = [];

    /// <summary>The course to go on with; null where nothing is left to do.</summary>
    public LearnerCourse? Now => Mine.FirstOrDefault(c => c.Board.Next is not null);

    public bool IsAnythingDue => Mine.Any(c => c.Due.Count > 0);

    public IReadOnlyList<CourseEntry> Open { get; private set; } = [];

    public string? More { get; private set; }

    /// <summary>To be told to who enrols them.</summary>
    public string Email => User.FindFirst(System.Security.Claims.ClaimTypes.Email)?.Value ?? User.Identity?.Name ?? "";

    public async Task OnGetAsync(string? after)
    {
        var enrolled = await db.Enrollments.Where(e => e.UserId == Caller.Id).OrderByDescending(e => e.CreatedAt)
            .Join(db.Courses, e => e.CourseId, c => c.Id, (e, c) => new CourseSeat(c.Id, e.UserId, Seat.Learner, c.PublicationId)).ToListAsync(Aborted);
        var mine = new List<LearnerCourse>();
        foreach (var seat in enrolled) mine.Add(await ReadAsync(seat));
        Mine = [.. mine.OrderByDescending(c => c.Board.ActiveAt ?? DateTimeOffset.MinValue)];
        if ((await courses.OpenAsync(Caller, after, Aborted)).Succeeded(out var page, out _)) (Open, More) = (page.Items, page.Next);
    }

    private async Task<LearnerCourse> ReadAsync(CourseSeat seat)
    {
        var board = await dashboards.ForAsync(seat, Aborted);
        return new LearnerCourse(board, await steps.MinutesAsync(seat, board, Aborted), DueModule.Of(board, clock.GetUtcNow()));
    }

    public async Task<IActionResult> OnPostJoinAsync(Guid course)
    {
        var joined = await enrolling.JoinAsync(course, Caller, Aborted);
        return joined.Refusal is { } refusal ? Refuse(refusal, RedirectToPage()) : Redirect($"/courses/{course}");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Courses.Joining;
using Tutor.Data;

namespace Tutor.Web.Pages.Teach;

/// <summary>Learners and instructors of a course, and the ways into it.</summary>
public sealed class PeopleModel(TutorDb db, CourseAccess access, Enrolling enrolling, Inviting inviting, JoinLinks links, CourseTeam team)
    : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    [BindProperty]
    public string? People { get; set; }

    [BindProperty]
    public string? Instructor { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>How many there are, found or not.</summary>
    public int Enrolled { get; private set; }

    public IReadOnlyList<EnrolledLearner> Learners { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    public IReadOnlyList<TeamMember> Team { get; private set; } = [];

    /// <summary>Whole, to be passed on; null while it is off.</summary>
    public string? Link { get; private set; }

    /// <summary>Of a list that was just taken.</summary>
    public IReadOnlyList<InvitedPlace> Outcomes { get; private set; } = [];

    public Task OnGetAsync(string? after) => ReadAsync(after);

    public async Task<IActionResult> OnPostInviteAsync()
    {
        var invited = await inviting.InviteAsync(Course.Id, People, Caller.Id, Aborted);
        if (invited.Succeeded(out var outcomes, out var refusal))
        {
            Outcomes = outcomes;
            // What could not be taken stays in the field, to be put right there.
            People = string.Join('\n', outcomes.Where(o => o.Outcome == InvitingOutcome.NotAnAddress).Select(o => o.Place.Text));
        }
        await ReadAsync(null);
        if (refusal is not null) return Explain(refusal);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid learner)
    {
        var name = await Db.Users.Where(u => u.Id == learner).Select(u => u.Name).SingleOrDefaultAsync(Aborted);
        if (await enrolling.RemoveAsync(Course.Id, learner, Caller.Id, Aborted)) Say($"{name} is no longer in the course. What they did in it is kept.", Here("BringBack", $"learner={learner}"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostBringBackAsync(Guid learner)
    {
        if ((await enrolling.BringBackAsync(Course.Id, learner, Caller.Id, Aborted)).Refusal is { } refusal) return Refuse(refusal, RedirectToPage());
        Say($"{await Db.Users.Where(u => u.Id == learner).Select(u => u.Name).SingleAsync(Aborted)} is in the course again.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation)
    {
        await inviting.WithdrawAsync(Course.Id, invitation, Caller.Id, Aborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        await links.RenewAsync(Course.Id, Caller.Id, Aborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUnlinkAsync()
    {
        await links.EndAsync(Course.Id, Caller.Id, Aborted);
        Say("The link is off.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAddInstructorAsync()
    {
        var added = await team.AddAsync(Course.Id, Instructor, Caller.Id, Aborted);
        if (added.Succeeded(out var member, out var refusal))
        {
            Say($"{member.Name} teaches this course now.");
            return RedirectToPage();
        }
        await ReadAsync(null);
        ModelState.AddModelError("instructor", refusal.Detail);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveInstructorAsync(Guid instructor)
    {
        if ((await team.RemoveAsync(Course.Id, instructor, Caller.Id, Aborted)).Refusal is { } refusal) return Refuse(refusal, RedirectToPage());
        Say("They no longer teach this course.");
        return instructor == Caller.Id && !Caller.IsAdmin ? Redirect("/teach") : RedirectToPage();
    }

    private string Here(string handler, string query) => $"/teach/{Course.Id}/people?handler={handler}&{query}";

    private async Task ReadAsync(string? after)
    {
        Enrolled = await Db.Enrollments.CountAsync(e => e.CourseId == Course.Id, Aborted);
        if ((await enrolling.ListAsync(Course.Id, after, Aborted, Find)).Succeeded(out var page, out _)) (Learners, Next) = (page.Items, page.Next);
        if ((await inviting.ListAsync(Course.Id, null, Aborted)).Succeeded(out var invited, out _)) Invited = invited.Items;
        Team = await team.ListAsync(Course.Id, Aborted);
        Link = await links.OfAsync(Course.Id, Aborted) is { } link ? $"{Request.Scheme}://{Request.Host}/join/{link.Token}" : null;
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tutor.Courses.Joining;

namespace Tutor.Web.Pages.Account;

/// <summary>Where a course's join link leads: for who is signed in, and who still has to register.</summary>
public sealed class JoinModel(JoinLinks links) : TutorPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Null where the link does not work.</summary>
    public JoinableCourse? Course { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if ((await links.FindAsync(Token, SignedIn ? Caller.Id : null, Aborted)).Succeeded(out var course, out _)) Course = course;
        else Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!SignedIn) return RedirectToPage(new { Token });
        if (!(await links.JoinAsync(Token, Caller.Id, Aborted)).Succeeded(out var enrollment, out _)) return RedirectToPage(new { Token });
        Say("You have joined the course.");
        return Redirect($"/courses/{enrollment.CourseId}");
    }

    private bool SignedIn => User.Identity?.IsAuthenticated == true;
}

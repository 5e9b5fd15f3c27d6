using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web.Pages.Teach;

public sealed class PeopleModel(TutorDb db, CourseAccess access, Enrolling enrolling) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    [BindProperty]
    public string? Email { get; set; }

    public IReadOnlyList<EnrolledLearner> Learners { get; private set; } = [];

    public string? Next { get; private set; }

    public Task OnGetAsync(string? after) => ReadAsync(after);

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync(null);
        var inputs = new Inputs();
        var email = inputs.Email("email", Email);
        if (inputs.Refusal is { } wrong) return Explain(wrong);
        var enrolled = await enrolling.InviteAsync(Course.Id, email, Caller, Aborted);
        if (enrolled.Refusal is { } refusal)
        {
            ModelState.AddModelError("email", refusal.Detail);
            return Page();
        }
        Say($"{email} is enrolled.");
        return RedirectToPage();
    }

    private async Task ReadAsync(string? after)
    {
        if (!(await enrolling.ListAsync(Course.Id, after, Aborted)).Succeeded(out var page, out _)) return;
        (Learners, Next) = (page.Items, page.Next);
    }
}

using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;
using Tutor.Data;

namespace Tutor.Web.Pages.Teach;

public sealed class SettingsModel(TutorDb db, CourseAccess access, CourseEditing editing) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    [BindProperty(Name = "title")]
    public string? CourseTitle { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Review { get; set; }

    [BindProperty]
    public string? Enrolment { get; set; }

    [BindProperty]
    public int? AttemptsAllowed { get; set; }

    [BindProperty]
    public string? Explanations { get; set; }

    public void OnGet() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        var changed = await editing.ChangeAsync(Course.Id, new CourseChanges(CourseTitle ?? "", Description ?? "", Review, Enrolment, AttemptsAllowed ?? 0, Explanations), Caller.Id, Aborted);
        if (changed.Refusal is { } refusal) return Explain(refusal);
        Say("The settings are saved.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string? confirm)
    {
        if (!string.Equals(confirm?.Trim(), Course.Title, StringComparison.OrdinalIgnoreCase))
        {
            ModelState.Clear();
            Show();
            ModelState.AddModelError("confirm", "This is not the title of the course. Nothing was deleted.");
            return Page();
        }
        await editing.DeleteAsync(Course.Id, Caller.Id, Aborted);
        Say($"“{Course.Title}” was deleted.");
        return Redirect("/teach");
    }

    private void Show() => (CourseTitle, Description, Review, Enrolment, AttemptsAllowed, Explanations) =
        (Course.Title, Course.Description, Inputs.WordOf(Course.Review), Inputs.WordOf(Course.Enrolment), Course.AttemptsAllowed ?? 0, Inputs.WordOf(Course.Explanations));
}

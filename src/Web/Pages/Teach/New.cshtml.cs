using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;

namespace Tutor.Web.Pages.Teach;

public sealed class NewModel(CourseEditing editing) : TutorPage
{
    [BindProperty(Name = "title")]
    public string? CourseTitle { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var made = await editing.CreateAsync(CourseTitle, Description, Caller, Aborted);
        return made.Succeeded(out var course, out var refusal) ? Redirect($"/teach/{course.Id}") : Explain(refusal);
    }
}

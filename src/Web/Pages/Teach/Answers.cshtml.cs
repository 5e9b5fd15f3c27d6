using Microsoft.AspNetCore.Mvc;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Web.Pages.Teach;

/// <summary>Answers the learners who doubt a question. It has no page of its own: one comes back to the card.</summary>
public sealed class AnswersModel(TutorDb db, CourseAccess access, Flags flags) : SeatedPage(db, access, CourseThing.Review, Courses.Seat.Staff)
{
    /// <summary>Only ever a page of ours.</summary>
    [BindProperty]
    public string? From { get; set; }

    public IActionResult OnGet() => Redirect($"/reviews/{Id}");

    public async Task<IActionResult> OnPostAsync(string? answer)
    {
        var answered = await flags.AnswerAsync(Id, answer, Caller.Id, Aborted);
        if (answered.Refusal is { } refusal) return Refuse(refusal, Back());
        Say("Answered. The learners read it under the question.");
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect(Request.Headers.ContainsKey("HX-Request") || !Url.IsLocalUrl(From)
        ? $"/reviews/{Id}?from={Uri.EscapeDataString(From ?? "")}" : $"{From}#item-{Id}");
}

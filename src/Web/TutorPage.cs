using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tutor.People;

namespace Tutor.Web;

/// <summary>What all pages share: who is there, and how a use case's answer is told.</summary>
public abstract class TutorPage : PageModel
{
    protected Caller Caller => Caller.Of(User);

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Shown at the top of the next page.</summary>
    /// <param name="undo">An address that takes it back when posted to; null where there is nothing to take back.</param>
    protected void Say(string done, string? undo = null)
    {
        TempData["Done"] = done;
        if (undo is not null) TempData["UndoAt"] = undo;
    }

    /// <summary>Beside what was said: a button that takes the decisions back.</summary>
    /// <param name="from">The page to come back to.</param>
    protected void SayUndo(string? from, params IReadOnlyCollection<Guid> decisions)
    {
        if (decisions.Count == 0) return;
        TempData["Undo"] = string.Join(',', decisions);
        TempData["UndoFrom"] = from;
    }

    /// <summary>Puts a refusal beside the fields it speaks of, or above the form.</summary>
    protected PageResult Explain(Refusal refusal)
    {
        if (refusal.Errors is { Count: > 0 } errors)
            foreach (var (field, messages) in errors)
                foreach (var message in messages) ModelState.AddModelError(field, message);
        else
            ModelState.AddModelError("", $"{refusal.Title}. {refusal.Detail}");
        Response.StatusCode = refusal.Kind == RefusalKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>For buttons: what cannot be done is told on the page one comes back to; what is not there, or not theirs, is a page of its own.</summary>
    protected IActionResult Refuse(Refusal refusal, IActionResult back)
    {
        switch (refusal.Kind)
        {
            case RefusalKind.NotFound: return NotFound();
            case RefusalKind.Forbidden: return StatusCode(StatusCodes.Status403Forbidden);
            default:
                TempData["Refused"] = $"{refusal.Title}. {refusal.Detail}";
                return back;
        }
    }
}

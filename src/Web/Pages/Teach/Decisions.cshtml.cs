using Microsoft.AspNetCore.Mvc;
using Tutor.Review;

namespace Tutor.Web.Pages.Teach;

/// <summary>One decision on many questions, and taking decisions back. It has no page of its own: one comes back to where one was.</summary>
public sealed class DecisionsModel(ManyReviews reviews) : TutorPage
{
    /// <summary>Only ever a page of ours.</summary>
    [BindProperty]
    public string? From { get; set; }

    public IActionResult OnGet() => LocalRedirect("/teach");

    public async Task<IActionResult> OnPostDecideAsync(List<Guid> ids, string? verdict)
    {
        if (ids.Count == 0)
        {
            TempData["Refused"] = "No question was chosen. Tick the boxes beside the questions first.";
            return Back();
        }
        if (verdict is not ("accept" or "reject")) return BadRequest();
        var decided = await reviews.DecideAsync(ids, new NewDecision(verdict), Caller, Aborted);
        Say($"{Words.Count(decided.Decisions.Count, "question")} {verdict}ed.{Left(decided)}");
        SayUndo(From, [.. decided.Decisions.Select(d => d.Id)]);
        return Back();
    }

    public async Task<IActionResult> OnPostUndoAsync(string? decisions)
    {
        var ids = (decisions ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => Guid.TryParse(d, out var id) ? id : Guid.Empty);
        var undone = await reviews.UndoAsync(ids, Caller, Aborted);
        Say($"Taken back.{Left(undone)}");
        return Back(undone.Decisions.Count == 1 ? $"#item-{undone.Decisions[0].ReviewableId}" : "");
    }

    private static string Left(ManyDecided decided) => decided.Left == 0 ? "" : $" {decided.Left} could not be: somebody changed them meanwhile.";

    private LocalRedirectResult Back(string anchor = "") => LocalRedirect((Url.IsLocalUrl(From) ? From : "/teach") + anchor);
}

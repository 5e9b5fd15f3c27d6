using Microsoft.AspNetCore.Mvc;
using Tutor.Review;

namespace Tutor.Web.Pages.Admin;

/// <summary>Questions of all courses to accept or reject.</summary>
public sealed class ReviewModel(ReviewQueue queue) : TutorPage
{
    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = "proposed";

    public IReadOnlyList<ItemCard> Cards { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        var listed = await queue.ListAsync(new ReviewFilter(State, "item"), Caller, after, Aborted);
        if (!listed.Succeeded(out var page, out _)) return RedirectToPage(new { state = "proposed" });
        Cards = [.. page.Items.Select(e => new ItemCard(e, null, $"/review?state={State}"))];
        Next = page.Next;
        return Page();
    }
}

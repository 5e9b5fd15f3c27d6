using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Jobs;
using Tutor.Review;

namespace Tutor.Web.Pages.Teach;

/// <summary>One question to review, by itself; cards on other pages send their decisions here.</summary>
public sealed class ReviewModel(TutorDb db, CourseAccess access, ReviewQueue queue, Reviewing reviewing, GenerationRequests requests) : SeatedPage(db, access, CourseThing.Review, Courses.Seat.Staff)
{
    public ReviewDetail Detail { get; private set; } = null!;

    public ItemCard Card { get; private set; } = null!;

    public IReadOnlyList<ItemVersion> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync();
        return Detail.Entry.Reviewable.Kind == ReviewableKind.Item ? Page() : Redirect($"/teach/modules/{Detail.Entry.Reviewable.ModuleId}");
    }

    /// <summary>The list a card stands in; only ever a page of ours.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public Task<IActionResult> OnPostAcceptAsync(Guid? seen) => DecideAsync(new NewDecision("accept", RevisionId: seen));

    public Task<IActionResult> OnPostRejectAsync(Guid? seen, string? reason) => DecideAsync(new NewDecision("reject", string.IsNullOrWhiteSpace(reason) ? null : reason, RevisionId: seen));

    /// <summary>Rejected, and the pool grows by the next best.</summary>
    public async Task<IActionResult> OnPostInsteadAsync(Guid? seen)
    {
        var answer = await DecideAsync(new NewDecision("reject", "Another one instead.", RevisionId: seen));
        if (!ModelState.IsValid) return answer;
        var module = await Db.Reviewables.Where(r => r.Id == Id).Select(r => r.ModuleId).SingleAsync(Aborted);
        var present = await Db.Reviewables.CountAsync(r => r.ModuleId == module && r.Kind == ReviewableKind.Item, Aborted);
        await requests.ItemsAsync(Course.Id, module, present + 1, Caller.Id, Aborted);
        Say("Rejected. If the material carries another question, it joins the list in a moment.");
        return answer;
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid revision)
    {
        if (!(await reviewing.RestoreAsync(Id, revision, Caller.Id, Aborted)).Succeeded(out var decision, out var refusal)) return Refuse(refusal, RedirectToPage(new { Id }));
        Say("That version is back, as a new one.");
        SayUndo($"/reviews/{Id}", decision.Id);
        return RedirectToPage(new { Id });
    }

    public Task<IActionResult> OnPostEditAsync(Guid? seen, string? stem, string? explanation, Guid key, List<ChoiceEdit> choices)
    {
        var edit = new ItemEdit(stem ?? "", [.. choices.Select(c => new ChoiceEdit(c.Id, c.Text ?? "", c.Id == key))], explanation ?? "");
        return DecideAsync(new NewDecision("edit", Content: JsonSerializer.SerializeToElement(edit, JsonColumn.Options), RevisionId: seen));
    }

    private async Task<IActionResult> DecideAsync(NewDecision decision)
    {
        var decided = await reviewing.DecideAsync(Id, decision, Caller.Id, Aborted);
        if (!decided.Succeeded(out var made, out var refusal))
        {
            await ReadAsync();
            return Explain(refusal with { Errors = null });
        }
        Say(made.Verdict switch { Verdict.Accept => "Accepted.", Verdict.Reject => "Rejected.", _ => "Changed." });
        SayUndo(From ?? $"/reviews/{Id}", made.Id);
        // The script changes the one card; without it the reviewer comes back to the list, at the card.
        return Request.Headers.ContainsKey("HX-Request") || !Url.IsLocalUrl(From) ? RedirectToPage(new { Id, From }) : LocalRedirect($"{From}#item-{Id}");
    }

    private async Task ReadAsync()
    {
        Detail = await queue.GetAsync(Id, Aborted);
        if (Detail.Entry.Reviewable.Kind == ReviewableKind.Item) Versions = ItemVersion.Of(Detail.Revisions, Detail.Entry.Revision.Id);
        // On the list of all courses a card names its course; elsewhere that is clear, and it names what it asks for.
        var objective = From?.Contains(Desk.Path, StringComparison.Ordinal) == true ? null : await ObjectiveAsync(Detail.Entry.Reviewable.ObjectiveId);
        Card = new ItemCard(Detail.Entry, objective, From ?? $"/reviews/{Id}");
    }

    private async Task<string?> ObjectiveAsync(Guid? id) =>
        await Db.Reviewables.Where(r => r.Id == id).Join(Db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => v).SingleOrDefaultAsync(Aborted) is { } revision
            ? revision.As<ObjectiveBody>().Text : null;
}

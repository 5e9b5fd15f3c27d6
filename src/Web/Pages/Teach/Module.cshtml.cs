using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Jobs;
using Tutor.Review;
using Tutor.Work;

namespace Tutor.Web.Pages.Teach;

/// <summary>One module as its instructor works on it: objectives, lesson, questions.</summary>
public sealed class ModuleModel(
    TutorDb db, CourseAccess access, Outline outline, ModuleEditing modules, ModuleShaping shaping, ObjectiveEditing objectives, Reviewing reviewing, ReviewQueue queue, ShortPools pools, GenerationRequests requests, WorkReader work)
    : SeatedPage(db, access, CourseThing.Module, Courses.Seat.Staff)
{
    public Module Module { get; private set; } = null!;

    public IReadOnlyList<OutlineObjective> Objectives { get; private set; } = [];

    public IReadOnlyList<ReviewEntry> Items { get; private set; } = [];

    public WorkView Work { get; private set; } = null!;

    public bool HasLesson { get; private set; }

    /// <summary>Where the module can be divided, once for each heading.</summary>
    public IReadOnlyList<ModuleCut> Cuts { get; private set; } = [];

    public string? NextTitle { get; private set; }

    /// <summary>Why there are few questions; a failure to write any stands at the top already.</summary>
    public Notice? FewItems { get; private set; }

    public string ItemSummary
    {
        get
        {
            var (waiting, rejected) = (Items.Count(i => i.Reviewable.State == ReviewState.Proposed), Items.Count(i => i.Reviewable.State == ReviewState.Rejected));
            var words = Words.Count(Items.Count - rejected, "question");
            if (waiting > 0) words += $", {waiting} to review";
            return rejected > 0 ? $"{words}, {rejected} rejected" : words;
        }
    }

    public ItemCard Card(ReviewEntry item) => new(item, Objectives.FirstOrDefault(o => o.Id == item.Reviewable.ObjectiveId)?.Body.Text, $"/teach/modules/{Id}");

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.Modules.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id && m.State != ModuleState.Removed, Aborted) is not { } module) return NotFound();
        Module = module;
        var all = await outline.WorkingAsync(Course.Id, Aborted);
        var shown = all.Single(m => m.Id == Id);
        NextTitle = all.FirstOrDefault(m => m.Position == shown.Position + 1)?.Title;
        Cuts = [.. (await shaping.CutsAsync(module, Aborted)).Where(c => c.Heading.Length > 0).DistinctBy(c => c.Heading)];
        (Objectives, HasLesson) = (shown.Objectives, shown.HasLesson);
        Items = await queue.ItemsAsync(Id, Aborted);
        Work = await work.OfModuleAsync(Id, Aborted);
        FewItems = Items.Count > 0 ? await pools.OfModuleAsync(Id, Aborted) : null;
        return Page();
    }

    public async Task<IActionResult> OnGetWorkAsync(string? waiting)
    {
        var view = await work.OfModuleAsync(Id, Aborted);
        if (view.IsOver(waiting)) Response.Headers["HX-Refresh"] = "true";
        return Partial("_Work", view);
    }

    public async Task<IActionResult> OnPostLessonAsync()
    {
        await requests.LessonAsync(Course.Id, Id, Caller.Id, Aborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostItemsAsync()
    {
        var present = await Db.Reviewables.CountAsync(r => r.ModuleId == Id && r.Kind == ReviewableKind.Item, Aborted);
        await requests.ItemsAsync(Course.Id, Id, present == 0 ? null : present + MoreItems, Caller.Id, Aborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostJoinAsync()
    {
        if ((await shaping.JoinAsync(Course.Id, Id, Aborted)).Refusal is { } refusal) return Answer(refusal);
        await requests.LessonAsync(Course.Id, Id, Caller.Id, Aborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSplitAsync(Guid chunk)
    {
        if (!(await shaping.SplitAsync(Course.Id, Id, chunk, null, Aborted)).Succeeded(out var made, out var refusal)) return Answer(refusal);
        foreach (var changed in (Guid[])[Id, made.Id]) await requests.LessonAsync(Course.Id, changed, Caller.Id, Aborted);
        Say($"“{made.Title}” is a module of its own.");
        return Redirect($"/teach/modules/{made.Id}");
    }

    public async Task<IActionResult> OnPostRenameAsync(string? title, string? part) =>
        Answer((await modules.ChangeAsync(Course.Id, Id, new ModuleChanges(title ?? "", part ?? ""), Aborted)).Refusal);

    public async Task<IActionResult> OnPostAddObjectiveAsync(string? text, string? level) =>
        Answer((await objectives.AddAsync(Course.Id, Id, new ObjectiveEdit(text ?? "", level), Caller.Id, Aborted)).Refusal);

    public Task<IActionResult> OnPostEditObjectiveAsync(Guid objective, string? text, string? level) => OfThisModuleAsync(objective, async () =>
        (await objectives.ChangeAsync(Course.Id, objective, new ObjectiveEdit(text ?? "", level), null, Caller.Id, Aborted)).Refusal);

    public Task<IActionResult> OnPostMoveObjectiveAsync(Guid objective, int to) => OfThisModuleAsync(objective, async () =>
        (await objectives.ChangeAsync(Course.Id, objective, new ObjectiveEdit(), Math.Max(0, to), Caller.Id, Aborted)).Refusal);

    public Task<IActionResult> OnPostAcceptObjectiveAsync(Guid objective) => OfThisModuleAsync(objective, async () =>
        (await reviewing.DecideAsync(objective, new NewDecision("accept"), Caller.Id, Aborted)).Refusal);

    public Task<IActionResult> OnPostRemoveObjectiveAsync(Guid objective) => OfThisModuleAsync(objective, async () =>
        (await objectives.RemoveAsync(objective, Caller.Id, Aborted)).Refusal);

    /// <summary>Asked for again, the pool grows by as many.</summary>
    private const int MoreItems = 6;

    // The seat was found for the module in the address: an id in a form must be of it, too.
    private async Task<IActionResult> OfThisModuleAsync(Guid objective, Func<Task<Refusal?>> act) =>
        await Db.Reviewables.AnyAsync(r => r.Id == objective && r.ModuleId == Id && r.Kind == ReviewableKind.Objective, Aborted) ? Answer(await act()) : NotFound();

    private IActionResult Answer(Refusal? refusal) => refusal is null ? RedirectToPage() : Refuse(refusal, RedirectToPage());
}

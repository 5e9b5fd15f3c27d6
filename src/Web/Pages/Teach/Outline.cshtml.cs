using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Jobs;
using Tutor.Sources;

namespace Tutor.Web.Pages.Teach;

/// <summary>The modules of a course: proposed by the writer, put right by a person.</summary>
public sealed class OutlineModel(TutorDb db, CourseAccess access, Outline outline, ModuleEditing modules, GenerationRequests requests, WorkReader work)
    : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    public IReadOnlyList<OutlineModule> Modules { get; private set; } = [];

    public WorkView Work { get; private set; } = null!;

    public bool HasMaterial { get; private set; }

    /// <summary>Neighbouring modules of one chapter.</summary>
    public IEnumerable<(string Name, IReadOnlyList<OutlineModule> Modules)> Parts => Modules.InParts(m => m.Part);

    public string Summary => $"{Words.Count(Modules.Count, "module")}, {Words.Count(Modules.Sum(m => m.Objectives.Count), "objective")}, {Words.Count(Modules.Sum(m => m.Items), "question")}";

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnGetWorkAsync(string? waiting)
    {
        var view = await work.OfCourseAsync(Course.Id, Aborted);
        // What was waited for is there now: the page as a whole is another one.
        if (view.IsOver(waiting)) Response.Headers["HX-Refresh"] = "true";
        return Partial("_Work", view);
    }

    public async Task<IActionResult> OnPostMakeAsync()
    {
        await requests.OutlineAsync(Course.Id, Caller.Id, Aborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAddAsync(string? title, string? part)
    {
        var added = await modules.AddAsync(Course.Id, new ModuleChanges(title, part ?? ""), Aborted);
        return added.Succeeded(out var module, out var refusal) ? Redirect($"/teach/modules/{module.Id}") : Refuse(refusal, RedirectToPage());
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid module) => ChangeAsync(module, new ModuleChanges(State: "accepted"));

    public Task<IActionResult> OnPostMoveAsync(Guid module, int to) => ChangeAsync(module, new ModuleChanges(Position: Math.Max(0, to)));

    public async Task<IActionResult> OnPostAcceptAllAsync()
    {
        foreach (var module in await Db.Modules.Where(m => m.CourseId == Course.Id && m.State == ModuleState.Proposed).Select(m => m.Id).ToListAsync(Aborted))
            await modules.ChangeAsync(Course.Id, module, new ModuleChanges(State: "accepted"), Aborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid module)
    {
        await modules.RemoveAsync(Course.Id, module, Aborted);
        return RedirectToPage();
    }

    private async Task<IActionResult> ChangeAsync(Guid module, ModuleChanges changes)
    {
        var changed = await modules.ChangeAsync(Course.Id, module, changes, Aborted);
        return changed.Refusal is { } refusal ? Refuse(refusal, RedirectToPage()) : RedirectToPage();
    }

    private async Task ReadAsync()
    {
        Modules = await outline.WorkingAsync(Course.Id, Aborted);
        Work = await work.OfCourseAsync(Course.Id, Aborted);
        HasMaterial = await Db.Sources.AnyAsync(s => s.CourseId == Course.Id && s.State == SourceState.Ready, Aborted);
    }
}

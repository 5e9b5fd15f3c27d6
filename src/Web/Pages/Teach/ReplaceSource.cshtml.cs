using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Sources;

namespace Tutor.Web.Pages.Teach;

/// <summary>A newer file in the place of an older one: upload, compare, decide.</summary>
[RequestSizeLimit(MaxUpload), RequestFormLimits(MultipartBodyLengthLimit = MaxUpload)]
public sealed class ReplaceSourceModel(TutorDb db, CourseAccess access, SourceService service, Replacing replacing) : SeatedPage(db, access, CourseThing.Source, Courses.Seat.Staff)
{
    private const long MaxUpload = FileStore.MaxBytes + (1 << 20);

    /// <summary>The newer source, once there is one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    public Source Source { get; private set; } = null!;

    public Source? New { get; private set; }

    public ReplacementPlan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Source = await Db.Sources.AsNoTracking().SingleAsync(s => s.Id == Id, Aborted);
        if (By is not { } by) return Page();
        New = await Db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == by && s.CourseId == Course.Id, Aborted);
        if (New is null) return NotFound();
        if (New.State == SourceState.Ready) Plan = (await replacing.PlanAsync(Id, by, Aborted)).Succeeded(out var plan, out _) ? plan : null;
        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file)
    {
        if (file is null) return Told("No file was chosen. Choose one and upload again.");
        await using var content = file.OpenReadStream();
        var result = await service.UploadAsync(Course.Id, Caller.Id, file.FileName, content, Aborted);
        if (result.Refusal is { } refusal) return Told($"{Path.GetFileName(file.FileName)}: {refusal.Message} {refusal.Action}");
        return result.Source!.Id == Id ? Told("That is the same file, byte for byte; there is nothing to replace.") : RedirectToPage(new { Id, By = result.Source.Id });
    }

    public async Task<IActionResult> OnPostReplaceAsync()
    {
        if (!(await replacing.ReplaceAsync(Id, By ?? Guid.Empty, Caller.Id, Aborted)).Succeeded(out var plan, out var refusal)) return Refuse(refusal, RedirectToPage(new { Id }));
        await service.DeleteAsync(Id, Caller.Id, Aborted);
        Say(plan.Lost.Count == 0 ? $"“{plan.New.Name}” took the place of “{plan.Old.Name}”." : $"“{plan.New.Name}” took the place of “{plan.Old.Name}”. {plan.Lost.Count} to look at again.");
        return Redirect(plan.Lost.Count == 0 ? $"/teach/{Course.Id}" : $"/teach/{Course.Id}/review");
    }

    private RedirectToPageResult Told(string refused)
    {
        TempData["Refused"] = refused;
        return RedirectToPage(new { Id });
    }
}

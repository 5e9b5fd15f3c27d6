using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Retrieval.Embedding;
using Tutor.Sources;

namespace Tutor.Web.Pages.Teach;

/// <summary>Files of a course: upload, state, retry.</summary>
[RequestSizeLimit(MaxUpload), RequestFormLimits(MultipartBodyLengthLimit = MaxUpload)]
public sealed class MaterialsModel(TutorDb db, CourseAccess access, SourceService service, CourseEmbeddings embeddings) : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Staff)
{
    public const string Accepted = ".pdf,.docx,.pptx,.md,.markdown,.html,.htm,.txt,.vtt,.srt";

    // A browser without JavaScript sends all chosen files in one go; each is still held to its own limit.
    private const long MaxUpload = (5 * FileStore.MaxBytes) + (1 << 20);

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    public CourseEmbedding Embedding { get; private set; } = null!;

    public string Summary => SourceWords.Summary(Sources);

    public bool CanOutline => Sources.Any(s => s.State == SourceState.Ready) && !Sources.Any(s => SourceWords.IsBusy(s.State));

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnGetSourcesAsync()
    {
        await ReadAsync();
        return Partial("_Sources", this);
    }

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> file)
    {
        var refusals = new List<string>();
        foreach (var one in file)
        {
            await using var content = one.OpenReadStream();
            var result = await service.UploadAsync(Course.Id, Caller.Id, one.FileName, content, Aborted);
            if (result.Refusal is { } refusal) refusals.Add($"{Path.GetFileName(one.FileName)}: {refusal.Message} {refusal.Action}");
            else if (result.Note is { } note) refusals.Add($"{Path.GetFileName(one.FileName)}: {note}");
        }
        // The script sends one file at a time and shows what is said of it beside its name.
        if (Request.Headers["X-Upload"] == "one") return refusals.Count == 0 ? new NoContentResult() : new UnprocessableEntityObjectResult(refusals[0]);
        if (file.Count == 0) refusals.Add("No file was chosen. Choose one or more and upload again.");
        if (refusals.Count > 0) TempData["Refused"] = string.Join(" ", refusals);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid source)
    {
        if (!await Db.Sources.AnyAsync(s => s.Id == source && s.CourseId == Course.Id, Aborted)) return NotFound();
        await service.RetryAsync(source, Aborted);
        return RedirectToPage();
    }

    private async Task ReadAsync()
    {
        Sources = await Db.Sources.AsNoTracking().Where(s => s.CourseId == Course.Id).OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).ToListAsync(Aborted);
        Embedding = await embeddings.OfAsync(Course.Id, Aborted);
    }
}

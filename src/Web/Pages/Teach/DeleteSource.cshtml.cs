using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor.Web.Pages.Teach;

/// <summary>What of a module rests on a source: "the lesson", "3 questions".</summary>
public sealed record CitingModule(string Title, IReadOnlyList<string> Things);

/// <summary>Asks before a source goes, and says what cites it.</summary>
public sealed class DeleteSourceModel(TutorDb db, CourseAccess access, SourceService service) : SeatedPage(db, access, CourseThing.Source, Courses.Seat.Staff)
{
    public Source Source { get; private set; } = null!;

    public IReadOnlyList<CitingModule> CitedBy { get; private set; } = [];

    public bool Published => Course.PublicationId is not null;

    public async Task OnGetAsync()
    {
        Source = await Db.Sources.AsNoTracking().SingleAsync(s => s.Id == Id, Aborted);
        var mention = $"%\"sourceId\":\"{Id}\"%";
        var citing = await Db.Reviewables.Where(r => r.CourseId == Course.Id && r.State != ReviewState.Rejected)
            .Join(Db.Revisions.Where(v => EF.Functions.Like(v.Body, mention)), r => r.RevisionId, v => v.Id, (r, v) => r)
            .Join(Db.Modules.Where(m => m.State != ModuleState.Removed), r => r.ModuleId, m => m.Id, (r, m) => new { m.Position, m.Title, r.Kind })
            .ToListAsync(Aborted);
        CitedBy = [.. citing.GroupBy(c => (c.Position, c.Title)).OrderBy(g => g.Key.Position)
            .Select(g => new CitingModule(g.Key.Title, [.. g.GroupBy(c => c.Kind).OrderBy(k => k.Key).Select(k => Things(k.Key, k.Count()))]))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var name = await Db.Sources.Where(s => s.Id == Id).Select(s => s.Name).SingleAsync(Aborted);
        await service.DeleteAsync(Id, Caller.Id, Aborted);
        Say($"“{name}” was deleted.");
        return Redirect($"/teach/{Course.Id}");
    }

    private static string Things(ReviewableKind kind, int count) => kind switch
    {
        ReviewableKind.Objective => Words.Count(count, "objective"),
        ReviewableKind.Item => Words.Count(count, "question"),
        _ => "the lesson",
    };
}

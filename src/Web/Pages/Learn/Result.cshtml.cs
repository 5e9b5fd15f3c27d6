using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Web.Pages.Learn;

/// <summary>What was right in an attempt, why, and where it stands.</summary>
public sealed class ResultModel(TutorDb db, Attempts attempts) : TutorPage
{
    private HashSet<Guid> _sources = [];

    public ScoredAttempt Scored { get; private set; } = null!;

    public Guid CourseId { get; private set; }

    public string CourseTitle { get; private set; } = "";

    public string ModuleTitle { get; private set; } = "";

    public string Verdict => Scored.Attempt switch
    {
        var a when a.Score == a.OutOf => "Every one right",
        var a when a.Score * 10 >= a.OutOf * 7 => "Well done",
        var a when a.Score * 2 >= a.OutOf => "Halfway there",
        _ => "Worth another look",
    };

    public bool IsThere(Citation citation) => _sources.Contains(citation.SourceId);

    public async Task<IActionResult> OnGetAsync(Guid quiz, Guid attempt)
    {
        if (!(await attempts.GetAsync(quiz, attempt, Caller.Id, Aborted)).Succeeded(out var scored, out _)) return NotFound();
        Scored = scored;
        var of = await db.Quizzes.Where(q => q.Id == quiz).Join(db.Courses, q => q.CourseId, c => c.Id, (q, c) => new { c.Id, c.Title, q.PublicationId }).SingleAsync(Aborted);
        (CourseId, CourseTitle) = (of.Id, of.Title);
        ModuleTitle = await Titles.OfModuleAsync(db, scored.ModuleId, of.PublicationId, Aborted);
        _sources = await db.Sources.Where(s => s.CourseId == of.Id).Select(s => s.Id).ToHashSetAsync(Aborted);
        return Page();
    }
}

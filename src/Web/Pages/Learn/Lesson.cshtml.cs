using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;
using Tutor.Lessons;
using Tutor.People;
using Tutor.Review;

namespace Tutor.Web.Pages.Learn;

/// <summary>A lesson as the reader likes it told. Learners read what is published; staff the newest.</summary>
public sealed class LessonModel(TutorDb db, CourseAccess access, Outline outline, CourseReading reading, LessonService lessons, Preferences preferences, Completions completions)
    : SeatedPage(db, access, CourseThing.Module, Courses.Seat.Learner)
{
    /// <summary>Words a minute of somebody who studies rather than skims.</summary>
    private const double Pace = 200;

    /// <summary>Minutes for a question of the quiz: reading it, choosing, and a look at why.</summary>
    private const double PerQuestion = .5;

    private IReadOnlySet<Guid> _sources = new HashSet<Guid>();

    public OutlineModule Module { get; private set; } = null!;

    public OutlineModule? Previous { get; private set; }

    public OutlineModule? Next { get; private set; }

    public LessonReading? Reading { get; private set; }

    public bool IsFinished { get; private set; }

    /// <summary>False where no person had looked at the lesson when it was published.</summary>
    public bool IsReviewed { get; private set; } = true;

    public bool IsPreview => Seat.IsStaff;

    /// <summary>As many questions as a learner's quiz of the module has.</summary>
    public int QuizLength => Math.Min(Module.Items, Math.Clamp(Module.Objectives.Count * 2, QuizChoice.Least, QuizChoice.Most));

    /// <summary>For the text that is shown, what it aims at included, and the quiz after it.</summary>
    public int Minutes => (int)Math.Ceiling((WordsShown / Pace) + (QuizLength * PerQuestion));

    private int WordsShown =>
        Module.Objectives.Select(o => o.Body.Text).Concat(Reading?.Page.Sentences.Select(s => s.Text) ?? []).Sum(text => text.Count(char.IsWhiteSpace) + 1);

    public bool IsThere(Citation citation) => _sources.Contains(citation.SourceId);

    public async Task<IActionResult> OnGetAsync()
    {
        var modules = await outline.ForAsync(Seat, Aborted);
        var at = modules.ToList().FindIndex(m => m.Id == Id);
        if (at < 0) return NotFound();
        Module = modules[at];
        Previous = at > 0 ? modules[at - 1] : null;
        Next = at < modules.Count - 1 ? modules[at + 1] : null;
        var profile = await preferences.OfAsync(Caller.Id, Aborted);
        Reading = Seat is { IsStaff: false, PublicationId: { } publication }
            ? await lessons.PublishedAsync(publication, Id, profile.Detail, profile.Style, Aborted)
            : await lessons.NewestAsync(Id, profile.Detail, profile.Style, Aborted);
        IsReviewed = IsPreview || Reading is null or { Reviewed: true };
        IsFinished = await Db.Completions.AnyAsync(c => c.LearnerId == Caller.Id && c.ModuleId == Id, Aborted);
        _sources = await reading.SourcesAsync(Course.Id, Aborted);
        return Page();
    }

    public async Task<IActionResult> OnPostProfileAsync(string? detail, string? style)
    {
        var changed = await preferences.ChangeAsync(Caller.Id, detail, style, null, null, Aborted);
        return changed.Refusal is { } refusal ? Refuse(refusal, RedirectToPage()) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostFinishAsync()
    {
        var finished = await completions.FinishAsync(Seat, Id, Aborted);
        if (finished.Refusal is { } refusal) return Refuse(refusal, RedirectToPage());
        Say("Finished. On to what comes next.");
        return Redirect($"/courses/{Course.Id}");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;
using Tutor.Lessons;
using Tutor.People;
using Tutor.Personalising;
using Tutor.Review;
using Tutor.Web.Reading;

namespace Tutor.Web.Pages.Learn;

/// <summary>A lesson as the reader likes it told. Learners read what is published; staff the newest.</summary>
public sealed class LessonModel(TutorDb db, CourseAccess access, Outline outline, CourseReading reading, LessonService lessons, Preferences preferences, Completions completions,
    Readings readings, SelfChecks checks)
    : SeatedPage(db, access, CourseThing.Module, Courses.Seat.Learner)
{
    private IReadOnlySet<Guid> _sources = new HashSet<Guid>();

    public OutlineModule Module { get; private set; } = null!;

    public OutlineModule? Previous { get; private set; }

    public OutlineModule? Next { get; private set; }

    public LessonReading? Reading { get; private set; }

    public bool IsFinished { get; private set; }

    /// <summary>False where no person had looked at the lesson when it was published.</summary>
    public bool IsReviewed { get; private set; } = true;

    public bool IsPreview => Seat.IsStaff;

    public int QuizLength => StudyTime.QuizLength(Module);

    /// <summary>For the text that is shown, what it aims at included, and the quiz after it.</summary>
    public int Minutes => StudyTime.Minutes(Module, Reading);

    /// <summary>Where the reader was, in thousandths.</summary>
    public int Place { get; private set; }

    public LessonText Text { get; private set; } = null!;

    public SelfCheck? Question { get; private set; }

    public bool IsThere(Citation citation) => _sources.Contains(citation.SourceId);

    /// <param name="check">The question in the middle of the lesson, answered by <paramref name="choice"/>.</param>
    public async Task<IActionResult> OnGetAsync(Guid? check, Guid? choice)
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
        if (Reading is not null) await TellAsync(Reading.Page, check, choice);
        return Page();
    }

    private async Task TellAsync(LessonPage page, Guid? check, Guid? choice)
    {
        Text = LessonText.Of(page);
        Question = SelfCheck.Between(Text, page, await checks.ForAsync(Seat, Id, Aborted), Id)?.With(check, choice);
        if (Question is not null) Question = Question with { Sources = _sources };
        Place = await readings.PlaceAsync(Caller.Id, Id, Aborted);
    }

    public async Task<IActionResult> OnPostPlaceAsync(int place)
    {
        await readings.NoteAsync(Seat, Id, place, Aborted);
        return new NoContentResult();
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

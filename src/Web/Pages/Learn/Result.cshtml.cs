using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Learning;
using Tutor.Review;

namespace Tutor.Web.Pages.Learn;

/// <summary>What was right in an attempt, why, and where it stands.</summary>
public sealed class ResultModel(TutorDb db, Attempts attempts, Flags flags, CourseAccess access, CourseReading reading, Dashboards dashboards, NextSteps steps) : TutorPage
{
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

    public IReadOnlySet<Guid> Sources { get; private set; } = new HashSet<Guid>();

    /// <summary>What the attempt changed, with the objectives' words.</summary>
    public IReadOnlyList<(string Objective, MasteryMove Move)> Moves { get; private set; } = [];

    /// <summary>Null for who has left the course.</summary>
    public Dashboard? Board { get; private set; }

    public int? Minutes { get; private set; }

    public bool MayTryAgain { get; private set; } = true;

    private IReadOnlyDictionary<Guid, Flag> _flags = new Dictionary<Guid, Flag>();

    public FlagView FlagOf(Guid item) => new($"/quizzes/{Scored.Attempt.QuizId}/attempts/{Scored.Attempt.Id}?handler=Flag", item, _flags.GetValueOrDefault(item));

    public async Task<IActionResult> OnGetAsync(Guid quiz, Guid attempt)
    {
        if (!(await attempts.GetAsync(quiz, attempt, Caller.Id, Aborted)).Succeeded(out var scored, out _)) return NotFound();
        Scored = scored;
        var of = await db.Quizzes.Where(q => q.Id == quiz).Join(db.Courses, q => q.CourseId, c => c.Id, (q, c) => new { c.Id, c.Title, q.PublicationId }).SingleAsync(Aborted);
        (CourseId, CourseTitle) = (of.Id, of.Title);
        ModuleTitle = await Titles.OfModuleAsync(db, scored.ModuleId, of.PublicationId, Aborted);
        Sources = await reading.SourcesAsync(of.Id, Aborted);
        _flags = await flags.OfQuizAsync(quiz, Caller.Id, Aborted);
        Moves = await MovesAsync();
        if ((await access.SeatAsync(CourseThing.Course, of.Id, Caller, Seat.Learner, Aborted)).Succeeded(out var seat, out _)) await LookAheadAsync(seat);
        return Page();
    }

    public async Task<IActionResult> OnPostFlagAsync(Guid quiz, Guid attempt, Guid item, string? kind, string? reason)
    {
        var raised = await flags.RaiseAsync(quiz, item, kind, reason, Caller.Id, Aborted);
        if (raised.Refusal is { } refusal) return Refuse(refusal, RedirectToPage(new { quiz, attempt }));
        Say("Thank you. The people who review the course’s questions see it.");
        return RedirectToPage(new { quiz, attempt });
    }

    private async Task<IReadOnlyList<(string, MasteryMove)>> MovesAsync()
    {
        var ids = Scored.Attempt.Moves.Select(m => m.ObjectiveId).ToList();
        var texts = await db.Reviewables.Where(r => ids.Contains(r.Id)).Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => new { r.Id, v.Body }).ToDictionaryAsync(r => r.Id, r => r.Body, Aborted);
        return [.. Scored.Attempt.Moves.Where(m => texts.ContainsKey(m.ObjectiveId)).Select(m => (RevisionBodies.Read<ObjectiveBody>(texts[m.ObjectiveId]).Text, m))];
    }

    private async Task LookAheadAsync(CourseSeat seat)
    {
        Board = await dashboards.ForAsync(seat, Aborted);
        Minutes = await steps.MinutesAsync(seat, Board, Aborted);
        if (Board.Course.AttemptsAllowed is { } allowed) MayTryAgain = await db.Attempts.CountAsync(a => a.QuizId == Scored.Attempt.QuizId, Aborted) < allowed;
    }
}

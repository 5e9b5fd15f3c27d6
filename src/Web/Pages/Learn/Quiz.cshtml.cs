using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Web.Pages.Learn;

/// <summary>One question a view; an answer is kept the moment it is chosen.</summary>
public sealed class QuizModel(TutorDb db, CourseAccess access, Quizzes quizzes, Attempts attempts, Explanations explanations, Flags flags, CourseReading reading) : SeatedPage(db, access, CourseThing.Module, Courses.Seat.Learner)
{
    public Guid QuizId { get; private set; }

    public IReadOnlyList<QuizItem> Items { get; private set; } = [];

    /// <summary>Number of the question shown, from 1; one more than there are is the end.</summary>
    public int N { get; private set; }

    public QuizItem? Item => N <= Items.Count ? Items[N - 1] : null;

    public ItemBody? Body => Item?.Revision!.As<ItemBody>();

    /// <summary>Numbers of the questions without an answer.</summary>
    public IReadOnlyList<int> Open => [.. Items.Select((item, i) => (item, n: i + 1)).Where(x => x.item.SavedChoiceId is null).Select(x => x.n)];

    public string ModuleTitle { get; private set; } = "";

    /// <summary>Handing in twice with one key is handing in once.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public int? AttemptsLeft { get; private set; }

    /// <summary>Whether the course explains each answer before the next question.</summary>
    public bool ExplainsAtOnce => Course.Explanations == ExplanationTime.AtOnce;

    /// <summary>The question shown, answered for good; null while it can still be answered.</summary>
    public ScoredItem? Explained { get; private set; }

    public IReadOnlySet<Guid> Sources { get; private set; } = new HashSet<Guid>();

    public FlagView? Flag { get; private set; }

    public QuizDots Dots => new([.. Items.Select(QuizDot.Of)], N);


    public async Task<IActionResult> OnGetAsync(int? n)
    {
        if (!(await quizzes.ForAsync(Seat, Id, Aborted)).Succeeded(out var quiz, out var refusal)) return Refuse(refusal, Redirect($"/modules/{Id}"));
        (QuizId, Items) = (quiz.Id, quiz.Items);
        N = Math.Clamp(n ?? (Open is [var first, ..] ? first : Items.Count + 1), 1, Items.Count + 1);
        ModuleTitle = await Titles.OfModuleAsync(Db, Id, quiz.PublicationId, Aborted);
        if (Item is { } shown)
        {
            if (shown.Explained) (Explained, Sources) = (ScoredItem.Of(shown.ItemId, Body!, shown.SavedChoiceId), await reading.SourcesAsync(Course.Id, Aborted));
            Flag = new FlagView($"/modules/{Id}/quiz?handler=Flag&n={N}", shown.ItemId, (await flags.OfQuizAsync(quiz.Id, Caller.Id, Aborted)).GetValueOrDefault(shown.ItemId));
        }
        if (Course.AttemptsAllowed is { } allowed) AttemptsLeft = Math.Max(0, allowed - await Db.Attempts.CountAsync(a => a.QuizId == quiz.Id, Aborted));
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid quiz, Guid item, Guid? choice, int go)
    {
        // Leafing on without a choice takes nothing back.
        var saved = choice is null ? Done.It : await quizzes.SaveAnswerAsync(quiz, item, choice, Caller.Id, Aborted);
        if (saved.Refusal is { } refusal) return Refuse(refusal, RedirectToPage(new { Id }));
        return Request.Headers["X-Save"] == "choice" ? new NoContentResult() : RedirectToPage(new { Id, n = go });
    }

    /// <summary>Keeps the answer and explains it; without one it goes on to the next question.</summary>
    public async Task<IActionResult> OnPostExplainAsync(Guid quiz, Guid item, Guid? choice, int n)
    {
        var saved = choice is null ? Done.It : await quizzes.SaveAnswerAsync(quiz, item, choice, Caller.Id, Aborted);
        if (saved.Refusal is { } refusal && refusal != AssessmentRefusals.AlreadyExplained) return Refuse(refusal, RedirectToPage(new { Id }));
        var given = await explanations.GiveAsync(quiz, item, Caller.Id, Aborted);
        if (given.Refusal == AssessmentRefusals.NotAnswered) return RedirectToPage(new { Id, n = n + 1 });
        return given.Refusal is { } no ? Refuse(no, RedirectToPage(new { Id, n })) : RedirectToPage(new { Id, n });
    }

    public async Task<IActionResult> OnPostFlagAsync(Guid item, string? kind, string? reason, int n)
    {
        if (!(await quizzes.ForAsync(Seat, Id, Aborted)).Succeeded(out var quiz, out var refusal)) return Refuse(refusal, Redirect($"/modules/{Id}"));
        var raised = await flags.RaiseAsync(quiz.Id, item, kind, reason, Caller.Id, Aborted);
        if (raised.Refusal is { } no) return Refuse(no, RedirectToPage(new { Id, n }));
        Say("Thank you. The people who review the course’s questions see it.");
        return RedirectToPage(new { Id, n });
    }

    public async Task<IActionResult> OnPostHandInAsync(Guid quiz, string? key)
    {
        var saved = await Db.Quizzes.Where(q => q.Id == quiz && q.LearnerId == Caller.Id && q.ModuleId == Id).SelectMany(q => q.Items)
            .Where(i => i.SavedChoiceId != null).ToDictionaryAsync(i => i.ItemId, i => i.SavedChoiceId!.Value, Aborted);
        var handedIn = await attempts.SubmitAsync(quiz, Caller.Id, key, saved, Aborted);
        return handedIn.Succeeded(out var scored, out var refusal)
            ? Redirect($"/quizzes/{quiz}/attempts/{scored.Attempt.Id}")
            : Refuse(refusal, RedirectToPage(new { Id, n = int.MaxValue }));
    }
}

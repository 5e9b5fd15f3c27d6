using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;

namespace Tutor.Web.Pages.Learn;

/// <summary>One question a view; an answer is kept the moment it is chosen.</summary>
public sealed class QuizModel(TutorDb db, CourseAccess access, Quizzes quizzes, Attempts attempts) : SeatedPage(db, access, CourseThing.Module, Courses.Seat.Learner)
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

    public async Task<IActionResult> OnGetAsync(int? n)
    {
        if (!(await quizzes.ForAsync(Seat, Id, Aborted)).Succeeded(out var quiz, out var refusal)) return Refuse(refusal, Redirect($"/modules/{Id}"));
        (QuizId, Items) = (quiz.Id, quiz.Items);
        N = Math.Clamp(n ?? (Open is [var first, ..] ? first : Items.Count + 1), 1, Items.Count + 1);
        ModuleTitle = await Titles.OfModuleAsync(Db, Id, quiz.PublicationId, Aborted);
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

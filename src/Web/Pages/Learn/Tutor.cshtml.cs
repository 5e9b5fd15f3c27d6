using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tutor.Chats;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Review;
using Tutor.Tutoring;

namespace Tutor.Web.Pages.Learn;

/// <summary>The tutor of a course on a page of its own, with all conversations; everything here works without JavaScript.</summary>
public sealed class TutorModel(TutorDb db, CourseAccess access, CourseReading reading, ChatHistory history, ChatQuotas quotas, Screens screens, TutorService tutor, HintService hints)
    : SeatedPage(db, access, CourseThing.Course, Courses.Seat.Learner)
{
    private IReadOnlySet<Guid> _sources = new HashSet<Guid>();

    public IReadOnlyList<Chat> Chats { get; private set; } = [];

    public Chat? Open { get; private set; }

    public IReadOnlyList<ChatMessage> Messages { get; private set; } = [];

    public ChatQuota Quota { get; private set; } = null!;

    /// <summary>Steps of help that were given on an item of a quiz.</summary>
    public (OwnItem Item, IReadOnlyList<Hint> Given)? Help { get; private set; }

    public bool IsThere(Citation citation) => _sources.Contains(citation.SourceId);

    public bool IsUnanswered(ChatMessage question) => !Messages.Any(m => m.Number == question.Number + 1 && m.Speaker == Speaker.Tutor);

    public string QuestionBefore(ChatMessage answer) => Messages.LastOrDefault(m => m.Number < answer.Number && m.Speaker == Speaker.Learner)?.Text ?? "";

    public async Task<IActionResult> OnGetAsync(Guid? chat, Guid? quiz, Guid? item)
    {
        if (chat is { } id)
        {
            if (!(await history.OfAsync(id, Caller, Aborted)).Succeeded(out var own, out _) || own.Chat.CourseId != Course.Id) return NotFound();
            (Open, Messages) = (own.Chat, await history.MessagesAsync(id, Aborted));
        }
        if (quiz is { } quizId && item is { } itemId)
        {
            if (await screens.ItemAsync(Caller.Id, Course.Id, quizId, itemId, Aborted) is not { } mine) return NotFound();
            Help = (mine, await Db.Hints.AsNoTracking().Where(h => h.QuizId == quizId && h.ItemId == itemId).OrderBy(h => h.CreatedAt).ToListAsync(Aborted));
        }
        (Chats, Quota) = (await history.NewestAsync(Seat, Aborted), await quotas.OfAsync(Caller.Id, Aborted));
        _sources = await reading.SourcesAsync(Course.Id, Aborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync(Guid? chat, string? text, Guid? moduleId, Guid? itemId, Guid? sourceId, int? page)
    {
        var screen = new OnScreen(moduleId, itemId, sourceId, page);
        Chat open;
        if (chat is { } id)
        {
            if (!(await history.OfAsync(id, Caller, Aborted)).Succeeded(out var own, out _) || own.Chat.CourseId != Course.Id) return NotFound();
            open = own.Chat;
        }
        else
        {
            if ((await screens.ReadAsync(Seat, screen, Aborted)).Refusal is { } elsewhere) return Refuse(elsewhere, RedirectToPage(new { Id }));
            open = await history.BeginAsync(Seat, screen.IsNothing ? null : screen, Aborted);
        }
        if (!(await tutor.AskAsync(open, Seat, text, screen.IsNothing ? null : screen, Aborted)).Succeeded(out var asking, out var refusal)) return Refuse(refusal, RedirectToPage(new { Id, chat }));
        var number = asking.Asked.Message.Number;
        await foreach (var step in tutor.AnswerAsync(asking, Aborted))
            if (step is AnswerGiven { Message: { } message }) number = message.Number;
        return RedirectToPage(null, null, new { Id, chat = open.Id }, $"m{number}");
    }

    public async Task<IActionResult> OnPostHintAsync(Guid quiz, Guid item, string? step)
    {
        var wanted = Enum.TryParse<HintStep>(step, ignoreCase: true, out var named) ? named : (HintStep?)null;
        var given = await hints.AskAsync(quiz, item, wanted, Caller, Aborted);
        var page = RedirectToPage(new { Id, quiz, item });
        return given.Refusal is { } refusal ? Refuse(refusal, page) : page;
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid chat)
    {
        if ((await history.DeleteAsync(chat, Caller, Aborted)).Refusal is { } refusal) return Refuse(refusal, RedirectToPage(new { Id }));
        Say("The conversation is deleted.");
        return RedirectToPage(new { Id });
    }
}

using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.People;

namespace Tutor.Chats;

/// <summary>A question that was taken in.</summary>
/// <param name="Before">What was said before it, oldest first.</param>
public sealed record AskedMessage(Chat Chat, ChatMessage Message, IReadOnlyList<ChatMessage> Before, ChatQuota Quota);

/// <summary>A learner's chats: begun, listed, read, deleted, and what is said in them. Another person's is not there, nor is one of a course its learner has left.</summary>
public sealed class ChatHistory(TutorDb db, CourseAccess access, ChatQuotas quotas, ChatThrottle throttle, TimeProvider clock)
{
    public const int LongestQuestion = 2000;

    private const int LongestTitle = 80;

    public async Task<Chat> BeginAsync(CourseSeat seat, OnScreen? screen, CancellationToken ct)
    {
        var now = clock.Now();
        var chat = new Chat { Id = Guid.CreateVersion7(), CourseId = seat.CourseId, LearnerId = seat.UserId, Screen = screen, CreatedAt = now, ChangedAt = now };
        db.Chats.Add(chat);
        await db.SaveChangesAsync(ct);
        return chat;
    }

    /// <summary>The seat's own chats of the course in which something was asked, oldest first.</summary>
    public Task<Outcome<Page<Chat>>> ListAsync(CourseSeat seat, string? cursor, CancellationToken ct) => Own(seat).PageAsync(cursor, ct);

    /// <summary>Those last spoken in, newest first.</summary>
    public Task<List<Chat>> NewestAsync(CourseSeat seat, CancellationToken ct) => Own(seat).OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id).Take(Paging.Size).ToListAsync(ct);

    /// <summary>A chat of the caller's own, and their seat in its course.</summary>
    public async Task<Outcome<(Chat Chat, CourseSeat Seat)>> OfAsync(Guid chatId, Caller caller, CancellationToken ct)
    {
        if (await db.Chats.AsNoTracking().SingleOrDefaultAsync(c => c.Id == chatId && c.LearnerId == caller.Id, ct) is not { } chat) return ChatRefusals.NoSuchChat;
        return (await access.SeatAsync(CourseThing.Course, chat.CourseId, caller, Seat.Learner, ct)).Succeeded(out var seat, out _) ? (chat, seat) : ChatRefusals.NoSuchChat;
    }

    public Task<List<ChatMessage>> MessagesAsync(Guid chatId, CancellationToken ct) => db.ChatMessages.AsNoTracking().Where(m => m.ChatId == chatId).OrderBy(m => m.Number).ToListAsync(ct);

    public async Task<Outcome<Done>> DeleteAsync(Guid chatId, Caller caller, CancellationToken ct) =>
        await db.Chats.Where(c => c.Id == chatId && c.LearnerId == caller.Id).ExecuteDeleteAsync(ct) == 1 ? Done.It : ChatRefusals.NoSuchChat;

    /// <summary>Takes a question in and counts it; what is refused is neither kept nor counted.</summary>
    public async Task<Outcome<AskedMessage>> AskAsync(Chat chat, string? text, OnScreen? screen, CancellationToken ct)
    {
        var inputs = new Inputs();
        var question = inputs.Text("text", text, "A question", LongestQuestion);
        if (inputs.Refusal is { } refusal) return refusal;
        if (throttle.Wait(chat.LearnerId) is { } wait) return ChatRefusals.TooFast(wait);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(chat.Id, ct) is not { } last) return ChatRefusals.NoSuchChat;
        if (!(await quotas.SpendAsync(chat.LearnerId, ct)).Succeeded(out var quota, out var spent)) return spent;
        var (now, title) = (clock.Now(), question.Length <= LongestTitle ? question : question[..(LongestTitle - 1)].TrimEnd() + "…");
        var message = new ChatMessage { Id = Guid.CreateVersion7(), ChatId = chat.Id, Number = last + 1, Speaker = Speaker.Learner, Text = question, Screen = screen ?? chat.Screen, CreatedAt = now };
        db.ChatMessages.Add(message);
        await db.SaveChangesAsync(ct);
        await db.Chats.Where(c => c.Id == chat.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.ChangedAt, now).SetProperty(x => x.Title, x => x.Title == "" ? title : x.Title), ct);
        var before = await db.ChatMessages.AsNoTracking().Where(m => m.ChatId == chat.Id && m.Number <= last).OrderByDescending(m => m.Number).Take(6).ToListAsync(ct);
        await transaction.CommitAsync(ct);
        before.Reverse();
        return new AskedMessage(chat, message, before, quota);
    }

    /// <summary>Keeps an answer behind its question; null where the chat was deleted meanwhile. Never given up half-way: what was said is kept.</summary>
    /// <param name="reading">How the question was read, where that is not as it was typed.</param>
    public async Task<ChatMessage?> AnswerAsync(AskedMessage asked, TutorAnswer answer, string? reading)
    {
        var ct = CancellationToken.None;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(asked.Chat.Id, ct) is not { } last) return null;
        var message = new ChatMessage { Id = Guid.CreateVersion7(), ChatId = asked.Chat.Id, Number = last + 1, Speaker = Speaker.Tutor, Text = answer.Text, Answer = answer, CreatedAt = clock.Now() };
        db.ChatMessages.Add(message);
        await db.SaveChangesAsync(ct);
        if (reading is not null) await db.ChatMessages.Where(m => m.Id == asked.Message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Reading, reading), ct);
        await transaction.CommitAsync(ct);
        return message;
    }

    private IQueryable<Chat> Own(CourseSeat seat) => db.Chats.AsNoTracking().Where(c => c.LearnerId == seat.UserId && c.CourseId == seat.CourseId && c.Title != "");

    /// <summary>Holds the chat, so that what is said in it at once gets numbers in a row; its last number, or null where it is gone.</summary>
    private async Task<int?> LockAsync(Guid chatId, CancellationToken ct)
    {
        var held = await db.Database.SqlQuery<Guid>($"""select id as "Value" from chats where id = {chatId} for update""").ToListAsync(ct);
        return held.Count == 0 ? null : await db.ChatMessages.Where(m => m.ChatId == chatId).MaxAsync(m => (int?)m.Number, ct) ?? 0;
    }
}

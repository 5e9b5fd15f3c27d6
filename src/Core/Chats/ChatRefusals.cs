using System.Globalization;

namespace Tutor.Chats;

/// <summary>What people are told about chats.</summary>
public static class ChatRefusals
{
    /// <summary>The same words whether it never existed or is somebody else's.</summary>
    public static Refusal NoSuchChat { get; } = new(
        RefusalKind.NotFound, "chat-not-found", "There is no such chat", "It was deleted, or it is not yours. Begin a new one from the course.");

    public static Refusal NoSuchItem { get; } = new(
        RefusalKind.NotFound, "item-not-found", "There is no such question", "It is not part of a quiz of yours. Open the quiz again and ask from there.");

    public static Refusal QuotaSpent(ChatQuota quota, DateTimeOffset now) => new(
        RefusalKind.TooMany, "chat-quota-spent", "Your messages for today are used up",
        string.Create(CultureInfo.InvariantCulture, $"You have asked {quota.Limit} times today. You can ask again from midnight UTC; lessons, quizzes and earlier answers stay open."))
    {
        RetryAfter = quota.ResetsAt - now,
        More = new Dictionary<string, object?> { ["quota"] = new { quota.Limit, quota.Used, quota.Left, quota.ResetsAt } },
    };

    public static Refusal TooFast(TimeSpan wait) => new(
        RefusalKind.TooMany, "chat-too-fast", "That was very quick", string.Create(CultureInfo.InvariantCulture, $"Wait {Math.Max(1, Math.Ceiling(wait.TotalSeconds))} seconds, then ask again."))
    {
        RetryAfter = wait,
    };
}

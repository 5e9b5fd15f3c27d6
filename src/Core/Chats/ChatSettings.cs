namespace Tutor.Chats;

/// <param name="MessagesPerDay">For a person and a day (UTC); null for no limit.</param>
/// <param name="MessagesPerMinute">For a person, in one process.</param>
public sealed record ChatSettings(int? MessagesPerDay, int MessagesPerMinute)
{
    public const int UsualPerDay = 100, UsualPerMinute = 20;

    public static ChatSettings Default { get; } = new(UsualPerDay, UsualPerMinute);
}

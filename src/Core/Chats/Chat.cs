namespace Tutor.Chats;

/// <summary>A learner's conversation with the tutor of a course. Nobody else sees it.</summary>
public sealed class Chat : IDated
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public Guid LearnerId { get; init; }

    /// <summary>The beginning of the first question; empty while there is none.</summary>
    public string Title { get; set; } = "";

    /// <summary>What the chat was opened beside; a message may say otherwise.</summary>
    public OnScreen? Screen { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last spoken in.</summary>
    public DateTimeOffset ChangedAt { get; set; }
    public List<ChatMessage> Messages { get; init; } = [];
}

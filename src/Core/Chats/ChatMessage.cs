namespace Tutor.Chats;

public enum Speaker
{
    Learner,
    Tutor,
}

/// <summary>What one of the two said. A question without an answer behind it was lost with the process that wrote it, and can be asked again.</summary>
public sealed class ChatMessage
{
    public Guid Id { get; init; }
    public Guid ChatId { get; init; }

    /// <summary>Place in the chat, from 1.</summary>
    public int Number { get; init; }
    public Speaker Speaker { get; init; }

    /// <summary>As it was typed, or the answer's sentences in a row.</summary>
    public required string Text { get; init; }

    /// <summary>For a question that leans on the conversation: how it was read.</summary>
    public string? Reading { get; init; }

    /// <summary>For a question: what was on the learner's screen.</summary>
    public OnScreen? Screen { get; init; }

    /// <summary>For the tutor's messages.</summary>
    public TutorAnswer? Answer { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

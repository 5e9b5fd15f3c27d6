using System.Diagnostics.CodeAnalysis;

namespace Tutor.Chats;

/// <summary>The steps of help on an exercise, in their order.</summary>
public enum HintStep
{
    /// <summary>Where in the material to look again.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "A pointer in the sense of teachers: the word of the prompt and of the API.")]
    Pointer,

    /// <summary>A question that leads on.</summary>
    Question,

    /// <summary>The idea behind the exercise.</summary>
    Concept,

    /// <summary>A similar case.</summary>
    Example,
}

/// <summary>Help that was given on an item of a learner's quiz.</summary>
public sealed class Hint
{
    public Guid QuizId { get; init; }
    public Guid ItemId { get; init; }
    public HintStep Step { get; init; }
    public required TutorAnswer Answer { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

namespace Tutor.Assessment;

/// <summary>One go at a quiz, scored once.</summary>
public sealed class Attempt
{
    public Guid Id { get; init; }
    public Guid QuizId { get; init; }
    public Guid LearnerId { get; init; }

    /// <summary>Counted from 1 within the quiz.</summary>
    public int Number { get; init; }

    /// <summary>The caller's key: the same key is the same attempt.</summary>
    public required string IdempotencyKey { get; init; }
    public int Score { get; init; }
    public int OutOf { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>In the order the quiz asks; empty for attempts from before this was kept.</summary>
    public IReadOnlyList<MasteryMove> Moves { get; set; } = [];
    public List<Answer> Answers { get; init; } = [];
}

public sealed class Answer
{
    public Guid AttemptId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>Null where the learner left the item out.</summary>
    public Guid? ChoiceId { get; init; }
    public bool Correct { get; init; }
}

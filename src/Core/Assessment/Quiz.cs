using Tutor.Review;

namespace Tutor.Assessment;

/// <summary>The items given to one learner for one module; stays as it is for every attempt at it.</summary>
public sealed class Quiz
{
    public Guid Id { get; init; }
    public Guid LearnerId { get; init; }
    public Guid CourseId { get; init; }
    public Guid ModuleId { get; init; }

    /// <summary>Null when staff try a module that is not published.</summary>
    public Guid? PublicationId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public List<QuizItem> Items { get; init; } = [];
}

public sealed class QuizItem
{
    public Guid QuizId { get; init; }

    /// <summary>The reviewable's id: an item keeps it over its revisions.</summary>
    public Guid ItemId { get; init; }
    public Guid RevisionId { get; init; }
    public Guid? ObjectiveId { get; init; }
    public int Position { get; init; }

    /// <summary>The answer kept before hand-in.</summary>
    public Guid? SavedChoiceId { get; set; }

    /// <summary>True once the kept answer was explained, where the course explains at once: from then on it stays.</summary>
    public bool Explained { get; set; }
    public Revision? Revision { get; init; }
}

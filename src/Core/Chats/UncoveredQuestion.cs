namespace Tutor.Chats;

/// <summary>Something a learner asked that the material does not answer. Who asked is not kept.</summary>
public sealed class UncoveredQuestion
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }

    /// <summary>The module that was on the screen.</summary>
    public Guid? ModuleId { get; init; }

    /// <summary>As it was read: a question that stands alone.</summary>
    public required string Text { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

namespace Tutor.Learning;

/// <summary>A learner has finished a module: by handing in its quiz, or by saying so.</summary>
public sealed class Completion
{
    public Guid LearnerId { get; init; }
    public Guid ModuleId { get; init; }
    public Guid CourseId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

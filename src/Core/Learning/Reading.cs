namespace Tutor.Learning;

/// <summary>How far somebody has read a module's lesson.</summary>
public sealed class Reading
{
    public Guid LearnerId { get; init; }
    public Guid ModuleId { get; init; }
    public Guid CourseId { get; init; }

    /// <summary>Thousandths of the lesson's blocks that lie above where they read: a place that every variant of the lesson has.</summary>
    public int Place { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

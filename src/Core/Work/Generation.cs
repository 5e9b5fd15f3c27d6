using Tutor.Sources;

namespace Tutor.Work;

public enum GenerationKind
{
    Outline,
    Lesson,
    Items,
}

/// <summary>A request to write something that somebody may wait for: the resource behind the <c>Location</c> of a 202.</summary>
public sealed class Generation : ILeased
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }

    /// <summary>Null for an outline.</summary>
    public Guid? ModuleId { get; init; }
    public GenerationKind Kind { get; init; }

    /// <summary>Items asked for; null where the writer decides.</summary>
    public int? Count { get; init; }
    public Guid? RequestedById { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public WorkState State { get; set; }
    public double Progress { get; set; }
    public Failure? Failure { get; set; }

    /// <summary>Of what succeeded.</summary>
    public Notice? Notice { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public long Fence { get; set; }
}

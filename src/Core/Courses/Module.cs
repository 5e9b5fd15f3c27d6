namespace Tutor.Courses;

public enum ModuleState
{
    Proposed,
    Accepted,

    /// <summary>Taken out of the outline; publications keep what they have of it, and it can be accepted again.</summary>
    Removed,
}

/// <summary>A unit of the course: consecutive sections of its material, with objectives, a lesson and a pool of items.</summary>
public sealed class Module
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public int Position { get; set; }
    public required string Title { get; set; }

    /// <summary>The chapter the module belongs to; empty where the material has none.</summary>
    public string Part { get; set; } = "";
    public ModuleState State { get; set; }

    /// <summary>The chunks the module rests on, in reading order.</summary>
    public IReadOnlyList<Guid> ChunkIds { get; set; } = [];
    public DateTimeOffset CreatedAt { get; init; }
}

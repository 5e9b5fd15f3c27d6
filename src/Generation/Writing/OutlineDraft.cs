namespace Tutor.Writing;

/// <summary>What a course is divided into, in the order it is studied.</summary>
public sealed record OutlineDraft(IReadOnlyList<ModuleDraft> Modules);

/// <summary>A unit a learner studies in one sitting.</summary>
/// <param name="Part">The chapter it belongs to; empty where the material has none.</param>
/// <param name="ChunkIds">In reading order; where the same chapter is there in two formats, the fuller one first.</param>
/// <param name="Sections">What the module goes through, in order, under the material's own headings.</param>
public sealed record ModuleDraft(string Title, string Part, IReadOnlyList<Guid> ChunkIds, IReadOnlyList<OutlineSection> Sections)
{
    public int Words { get; init; }
}

/// <param name="Heading">Empty for what stands before the first heading.</param>
public sealed record OutlineSection(string Heading, IReadOnlyList<Guid> ChunkIds);

using Tutor.Sources;
using Tutor.Writing;

namespace Tutor.ModelWriting;

/// <summary>What a model is told of a module.</summary>
/// <param name="Chunks">In reading order.</param>
/// <param name="SourceNames">By source, for citations.</param>
/// <param name="ArtefactKey">What is being written, for the accounts.</param>
public sealed record ModuleBrief(
    Guid CourseId, string Title, IReadOnlyList<Chunk> Chunks, IReadOnlyDictionary<Guid, string> SourceNames, IReadOnlyList<LessonObjective> Objectives, string? ArtefactKey = null);

using System.Security.Cryptography;
using System.Text;
using Tutor.Checks;
using Tutor.Facts;
using Tutor.Sources;
using Tutor.Writing;

namespace Tutor.Courses;

/// <summary>All a writer may use of a course: its ready sources' chunks in reading order, and the facts found in them.</summary>
/// <param name="Version">The course's content version this was read at.</param>
public sealed record CourseMaterial(Guid CourseId, long Version, IReadOnlyList<Chunk> Chunks, IReadOnlyDictionary<Guid, string> SourceNames, FactTable Facts)
{
    /// <summary>Changes whenever a chunk does: goes into the key of everything written from the material.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Chunks.Select(c => $"{c.Id:N} {c.Hash}")))));

    private Dictionary<Guid, Chunk> ById { get; } = Chunks.ToDictionary(c => c.Id);

    /// <summary>The last word on an item: checked against everything the course says.</summary>
    public ItemChecks ItemChecks => _itemChecks.Value;

    public SupportCheck Support => _support.Value;

    public LessonWriter LessonWriter => _lessonWriter.Value;

    public ItemWriter ItemWriter => _itemWriter.Value;

    private readonly Lazy<ItemChecks> _itemChecks = new(() => new ItemChecks(new CourseEvidence(Chunks)));
    private readonly Lazy<SupportCheck> _support = new(() => new SupportCheck(new WordWeights(Chunks.Select(c => c.Text))));
    private readonly Lazy<ItemWriter> _itemWriter = new(() => new ItemWriter(Facts, SourceNames));
    private readonly Lazy<LessonWriter> _lessonWriter = new(() => new LessonWriter(Facts, SourceNames));

    /// <summary>The chunks of a module that still are part of the course.</summary>
    public IReadOnlyList<Chunk> ChunksOf(Module module) => ChunksOf(module.ChunkIds);

    /// <summary>Those of these chunks that still are part of the course.</summary>
    public IReadOnlyList<Chunk> ChunksOf(IEnumerable<Guid> chunkIds) => [.. chunkIds.Select(id => ById.GetValueOrDefault(id)).OfType<Chunk>()];
}

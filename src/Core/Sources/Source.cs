using Tutor.Work;

namespace Tutor.Sources;

/// <summary>A file an instructor uploaded. The same bytes in the same course are one source.</summary>
public sealed class Source : ILeased, IDated
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public required string Name { get; set; }

    /// <summary>Lower-case hexadecimal; the name of the stored file.</summary>
    public required string Sha256 { get; init; }
    public long Bytes { get; init; }
    public Guid? UploadedById { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public SourceState State { get; set; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; set; }
    public Failure? Failure { get; set; }
    public int? Pages { get; set; }
    public int ChunkCount { get; set; }
    public string? Title { get; set; }
    public IReadOnlyList<ParseNote> Notes { get; set; } = [];
    public DateTimeOffset? ReadyAt { get; set; }

    public int Attempts { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public long Fence { get; set; }
}

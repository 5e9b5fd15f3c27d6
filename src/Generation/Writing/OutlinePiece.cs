using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>Consecutive chunks of one source that make a module.</summary>
/// <param name="Depth">At how many headings down this source's sections stand; 0 where it has no headings.</param>
internal sealed record OutlinePiece(IReadOnlyList<Chunk> Chunks, int Depth)
{
    /// <summary>True where the piece is only a part of its section.</summary>
    public bool Partial { get; init; }

    /// <summary>True where the piece is its whole source.</summary>
    public bool WholeSource { get; init; }

    /// <summary>The same matter in other sources.</summary>
    public IReadOnlyList<Chunk> Twins { get; init; } = [];

    public int Words => Chunks.Sum(c => c.Words);
}

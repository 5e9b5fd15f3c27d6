namespace Tutor.Sources;

/// <summary>One block, or a piece of a long one, inside a chunk's text.</summary>
/// <param name="Start">First character in <see cref="Chunk.Text"/>.</param>
/// <param name="Block">Ordinal of the block in its source, from 0.</param>
public sealed record ChunkPart(BlockKind Kind, int Start, int Length, int Block)
{
    public int End => Start + Length;
    public int Level { get; init; }
    public bool Ordered { get; init; }
    public bool HasHeader { get; init; }

    /// <summary>Emphasised runs, in characters of the chunk's text.</summary>
    public IReadOnlyList<TextSpan> Emphasis { get; init; } = [];
}

using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>A part of a chunk with the headings above it.</summary>
/// <param name="Ordinal">Counted over the course from 0.</param>
internal sealed record TextBlock(Chunk Chunk, ChunkPart Part, IReadOnlyList<string> Headings, int Ordinal)
{
    public string Text => Chunk.Text.Substring(Part.Start, Part.Length);
}

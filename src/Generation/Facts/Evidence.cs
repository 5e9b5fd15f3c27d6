using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>The exact words a fact rests on: a stretch of a chunk's text.</summary>
/// <param name="Start">First character in <see cref="Chunk.Text"/>.</param>
/// <param name="Length">Characters; always inside the chunk.</param>
public sealed record Evidence(Chunk Chunk, int Start, int Length)
{
    /// <summary>The quote, character for character.</summary>
    public string Text => Chunk.Text.Substring(Start, Length);

    public int End => Start + Length;
}

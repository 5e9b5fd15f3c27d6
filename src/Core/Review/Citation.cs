using Tutor.Sources;

namespace Tutor.Review;

/// <summary>A passage and the exact words of it that something rests on. Carries all it takes to be shown after its source is gone.</summary>
/// <param name="Quote">Stands in the chunk's text, character for character.</param>
/// <param name="Start">First character of the quote in the chunk's text.</param>
public sealed record Citation(Guid ChunkId, Guid SourceId, string SourceName, string Quote, int Start, Locator Locator)
{
    /// <exception cref="ArgumentOutOfRangeException">The span is not inside the chunk.</exception>
    public static Citation Of(Chunk chunk, string sourceName, int start, int length) =>
        new(chunk.Id, chunk.SourceId, sourceName, chunk.Text.Substring(start, length), start, chunk.Locate(start, length));
}

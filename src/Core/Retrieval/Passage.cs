using Tutor.Sources;

namespace Tutor.Retrieval;

/// <summary>A chunk as retrieved.</summary>
/// <param name="Score">0 to 1, comparable within one query.</param>
public sealed record Passage(Chunk Chunk, string SourceName, double Score)
{
    public Locator Locator => Chunk.Locate();
}

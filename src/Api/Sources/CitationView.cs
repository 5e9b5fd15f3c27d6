using Tutor.OpenApi;
using Tutor.Review;

namespace Tutor.Sources;

public sealed record SourceName(Guid Id, string Name);

/// <param name="Quote">Stands in the passage word for word.</param>
public sealed record CitationView(Guid ChunkId, string Quote, SourceName Source, Locator Locator)
{
    internal static CitationView Example { get; } = new(
        Examples.Id(5), "Working memory holds about four chunks at a time.", new SourceName(Examples.Id(4), "memory.pdf"), new Locator(12, null, ["Memory", "Working memory"], null, null));

    internal static CitationView Of(Citation citation) => new(citation.ChunkId, citation.Quote, new SourceName(citation.SourceId, citation.SourceName), citation.Locator);

    internal static IReadOnlyList<CitationView> Of(IEnumerable<Citation> citations) => [.. citations.Select(Of)];
}

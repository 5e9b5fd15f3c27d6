using Tutor.Review;
using Tutor.Sources;

namespace Tutor.Checks;

/// <summary>A quote counts only where it stands in its chunk: the same words in the same order, whatever typesetting did to hyphens, quotes, dashes and white space.</summary>
public static class QuoteCheck
{
    public const string Name = "quote-in-source";

    /// <summary>The exact span of a quote in a chunk's text; null where it does not stand there.</summary>
    public static TextSpan? Find(Chunk chunk, string quote) => FoldedText.Of(chunk.Text).Find(FoldedText.Of(quote));

    /// <summary>The citation of a quote as a writer gave it, with the chunk's own characters; null where it does not stand there.</summary>
    public static Citation? Cite(Chunk chunk, string sourceName, string quote) =>
        Find(chunk, quote) is { } span ? Citation.Of(chunk, sourceName, span.Start, span.Length) : null;

    /// <param name="chunks">The chunks a draft may cite, by id.</param>
    public static CheckResult Check(IEnumerable<Citation> citations, IReadOnlyDictionary<Guid, Chunk> chunks)
    {
        foreach (var citation in citations)
        {
            if (!chunks.TryGetValue(citation.ChunkId, out var chunk))
                return new CheckResult(Name, false, $"The quote “{Shorten(citation.Quote)}” points at a passage that is not part of this module's material.");
            if (!Stands(citation, chunk))
                return new CheckResult(Name, false, $"The quote “{Shorten(citation.Quote)}” does not stand in {citation.SourceName} as it is given.");
        }
        return new CheckResult(Name, true, "Every quote stands in the material word for word.");
    }

    private static bool Stands(Citation citation, Chunk chunk) =>
        citation.Quote.Length > 0
        && citation.Start >= 0
        && citation.Start + citation.Quote.Length <= chunk.Text.Length
        && chunk.Text.AsSpan(citation.Start, citation.Quote.Length).SequenceEqual(citation.Quote);

    internal static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77).TrimEnd(), "…");
}

using System.Text.RegularExpressions;
using Tutor.Retrieval;

namespace Tutor.Review;

/// <summary>Finds the words of the material that an objective written by a person rests on, where the person named none.</summary>
public sealed partial class EvidenceFinder(PassageSearch search)
{
    /// <summary>Passages looked through for one of the module's own.</summary>
    private const int Depth = 50;

    /// <summary>The sentence nearest to a text in the best passage among those allowed; null where nothing shares a word with it.</summary>
    /// <param name="chunkIds">The passages allowed; none allows all of the course.</param>
    public async Task<Citation?> FindAsync(Guid courseId, IReadOnlyCollection<Guid> chunkIds, string text, CancellationToken ct)
    {
        var allowed = chunkIds.ToHashSet();
        var wanted = Words(text);
        foreach (var passage in await search.SearchAsync(courseId, text, Depth, ct))
        {
            if (allowed.Count > 0 && !allowed.Contains(passage.Chunk.Id)) continue;
            var sentence = Sentence().Matches(passage.Chunk.Text).MaxBy(m => Words(m.Value).Count(wanted.Contains));
            if (sentence is not null && Words(sentence.Value).Overlaps(wanted)) return Citation.Of(passage.Chunk, passage.SourceName, sentence.Index, sentence.Length);
        }
        return null;
    }

    // Words of four letters and more: the shorter ones stand in every sentence.
    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\S[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();
}

using Tutor.Review;

namespace Tutor.Sources;

/// <summary>Two versions of a source, passage by passage.</summary>
internal sealed class Replacement
{
    private readonly List<Chunk> _young;
    private readonly Dictionary<Guid, Chunk> _same;
    private readonly Dictionary<Guid, List<Chunk>> _instead;

    public Replacement(Source old, Source young, List<Chunk> before, List<Chunk> after)
    {
        (Old, New, _young) = (old, young, after);
        var byText = after.GroupBy(c => c.Text).ToDictionary(g => g.Key, g => g.First());
        _same = before.Where(c => byText.ContainsKey(c.Text)).ToDictionary(c => c.Id, c => byText[c.Text]);
        var matched = _same.Values.Select(c => c.Id).ToHashSet();
        var byPlace = after.Where(c => !matched.Contains(c.Id)).ToLookup(c => string.Join('\n', c.Headings));
        // What was rewritten or added under a heading stands for what was there.
        _instead = before.ToDictionary(c => c.Id, c => byPlace[string.Join('\n', c.Headings)].ToList());
        (Gone, Added) = (before.Count - _same.Count, after.Count - matched.Count);
    }

    public Source Old { get; }
    public Source New { get; }
    public int Same => _same.Count;
    public int Gone { get; }
    public int Added { get; }

    /// <summary>The same words in the new source; null where it does not have them.</summary>
    public Citation? Find(Citation citation)
    {
        if (_same.TryGetValue(citation.ChunkId, out var same)) return Citation.Of(same, New.Name, citation.Start, citation.Quote.Length);
        foreach (var chunk in _young)
            if (chunk.Text.IndexOf(citation.Quote, StringComparison.Ordinal) is >= 0 and var start) return Citation.Of(chunk, New.Name, start, citation.Quote.Length);
        return null;
    }

    /// <summary>Quotes of the old source that the new one does not have.</summary>
    public IReadOnlyList<string> Lost(IReadOnlyList<Citation> citations) =>
        [.. citations.Where(c => c.SourceId == Old.Id && Find(c) is null).Select(c => c.Quote).Distinct()];

    /// <summary>The passages of a module with the new ones in place of the old, in reading order.</summary>
    public IReadOnlyList<Guid> Passages(IReadOnlyList<Guid> chunkIds)
    {
        if (!chunkIds.Any(_instead.ContainsKey)) return chunkIds;
        var wanted = chunkIds.Where(_instead.ContainsKey).SelectMany(id => _same.TryGetValue(id, out var same) ? [same, .. _instead[id]] : _instead[id]).Select(c => c.Id).ToHashSet();
        var first = chunkIds.TakeWhile(id => !_instead.ContainsKey(id));
        var others = chunkIds.SkipWhile(id => !_instead.ContainsKey(id)).Where(id => !_instead.ContainsKey(id));
        return [.. first, .. _young.Where(c => wanted.Contains(c.Id)).Select(c => c.Id), .. others];
    }
}

using System.Runtime.InteropServices;

namespace Tutor.Retrieval;

/// <summary>Where one term occurs.</summary>
public readonly ref struct PostingList(ReadOnlySpan<int> chunks, ReadOnlySpan<int> counts)
{
    public ReadOnlySpan<int> Chunks { get; } = chunks;
    public ReadOnlySpan<int> Counts { get; } = counts;
}

/// <summary>For each term the chunks it occurs in, by their place in the course, with the counts. Immutable, in three arrays.</summary>
public sealed class Postings
{
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly int[] _starts, _chunks, _counts;
    private readonly double[] _discounts;

    public Postings(IReadOnlyList<TermCounts> chunks)
    {
        var average = chunks.Count == 0 ? 0 : chunks.Sum(c => (double)c.Length) / chunks.Count;
        _discounts = [.. chunks.Select(c => Bm25.Discount(c.Length, average))];
        var sizes = new List<int>();
        foreach (var term in chunks.SelectMany(c => c.Terms))
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out var known);
            if (!known)
            {
                id = sizes.Count;
                sizes.Add(0);
            }
            sizes[id]++;
        }
        _starts = new int[sizes.Count + 1];
        for (var t = 0; t < sizes.Count; t++) _starts[t + 1] = _starts[t] + sizes[t];
        _chunks = new int[_starts[^1]];
        _counts = new int[_starts[^1]];
        Fill(chunks);
    }

    public int Count => _discounts.Length;

    /// <summary>For each chunk what BM25 holds its length against it.</summary>
    internal ReadOnlySpan<double> Discounts => _discounts;

    public IReadOnlyCollection<string> Vocabulary => _terms.Keys;

    /// <summary>About what this holds in memory.</summary>
    public long Bytes => 8L * _chunks.Length + 4L * _starts.Length + 8L * _discounts.Length + _terms.Keys.Sum(t => 60L + 2 * t.Length);

    public bool Knows(string term) => _terms.ContainsKey(term);

    /// <summary>In how many chunks the term occurs.</summary>
    public int ChunksWith(string term) => _terms.TryGetValue(term, out var id) ? _starts[id + 1] - _starts[id] : 0;

    /// <summary>Places of the chunks with the term, rising, and the counts there.</summary>
    public PostingList Of(string term) => _terms.TryGetValue(term, out var id)
        ? new PostingList(_chunks.AsSpan(_starts[id].._starts[id + 1]), _counts.AsSpan(_starts[id].._starts[id + 1]))
        : default;

    private void Fill(IReadOnlyList<TermCounts> chunks)
    {
        var next = _starts[..^1];
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            var (terms, counts, _) = chunks[chunk];
            for (var i = 0; i < terms.Length; i++)
            {
                var at = next[_terms[terms[i]]]++;
                _chunks[at] = chunk;
                _counts[at] = counts[i];
            }
        }
    }

    /// <summary>Places of the chunks that have a term of each row.</summary>
    internal IEnumerable<int> HaveAll(IReadOnlyList<string[]> rows)
    {
        HashSet<int>? all = null;
        foreach (var row in rows)
        {
            var any = new HashSet<int>();
            foreach (var term in row) foreach (var chunk in Of(term).Chunks) any.Add(chunk);
            if (all is null) all = any;
            else all.IntersectWith(any);
        }
        return all is null ? [] : all.Order();
    }
}

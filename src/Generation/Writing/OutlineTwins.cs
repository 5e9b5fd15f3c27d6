using Tutor.Checks;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>Finds the same chapter in two formats (a text and its slides, a PDF and its DOCX), so that it makes its modules once.</summary>
internal static class OutlineTwins
{
    /// <summary>Words of a shingle, and the share of the smaller piece's shingles that makes it the same matter as another.</summary>
    private const int Shingle = 5;
    private const double Same = 0.5;

    /// <summary>Pieces in their order, each that repeats another source's joined to it; the fuller one leads, at the place of the earlier one.</summary>
    public static IReadOnlyList<OutlinePiece> Merge(IReadOnlyList<OutlinePiece> pieces)
    {
        var shingles = pieces.Select(p => ShinglesOf(p.Chunks)).ToList();
        var owners = new Dictionary<int, List<int>>();
        var result = pieces.Select(p => (OutlinePiece?)p).ToArray();
        for (var i = 0; i < pieces.Count; i++)
        {
            var twin = BestTwin(i, pieces, shingles, owners);
            if (twin is { } at)
            {
                result[at] = Join(result[at]!, pieces[i]);
                result[i] = null;
                continue;
            }
            foreach (var shingle in shingles[i])
            {
                if (!owners.TryGetValue(shingle, out var list)) owners[shingle] = list = [];
                list.Add(i);
            }
        }
        return [.. result.OfType<OutlinePiece>()];
    }

    private static int? BestTwin(int piece, IReadOnlyList<OutlinePiece> pieces, List<HashSet<int>> shingles, Dictionary<int, List<int>> owners)
    {
        var shared = new Dictionary<int, int>();
        foreach (var shingle in shingles[piece])
            if (owners.TryGetValue(shingle, out var list))
                foreach (var other in list)
                    if (pieces[other].Chunks[0].SourceId != pieces[piece].Chunks[0].SourceId) shared[other] = shared.GetValueOrDefault(other) + 1;
        var best = shared
            .Select(s => (Piece: s.Key, Share: s.Value / (double)Math.Max(1, Math.Min(shingles[piece].Count, shingles[s.Key].Count))))
            .Where(s => s.Share >= Same)
            .OrderByDescending(s => s.Share).ThenBy(s => s.Piece)
            .FirstOrDefault((Piece: -1, Share: 0));
        return best.Piece < 0 ? null : best.Piece;
    }

    private static OutlinePiece Join(OutlinePiece earlier, OutlinePiece later) => later.Words > 1.1 * earlier.Words
        ? later with { Twins = [.. earlier.Chunks, .. earlier.Twins] }
        : earlier with { Twins = [.. earlier.Twins, .. later.Chunks] };

    private static HashSet<int> ShinglesOf(IEnumerable<Chunk> chunks)
    {
        var set = new HashSet<int>();
        foreach (var chunk in chunks)
        {
            var words = ContentWords.Words(chunk.Text).Select(HashOf).ToArray();
            for (var i = 0; i + Shingle <= words.Length; i++)
            {
                var hash = 17;
                for (var k = 0; k < Shingle; k++) hash = unchecked((hash * 486187739) + words[i + k]);
                set.Add(hash);
            }
        }
        return set;
    }

    /// <summary>FNV-1a: the framework's own string hash differs from process to process.</summary>
    private static int HashOf(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((int)hash);
    }
}

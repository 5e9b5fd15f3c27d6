using Tutor.Checks;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>
/// Cuts one source into modules: of all ways to cut it between chunks, the cheapest. A cut earns most at a heading of the source's section level,
/// less at a deeper one, and where there are no headings by how far the words change; a piece costs when it is too small or too large to study in one sitting.
/// </summary>
internal sealed class OutlineCut
{
    /// <summary>Words of a sitting: below the first a piece joins a neighbour, below the second it had better, above the third it is better divided.</summary>
    private const int Tiny = 300, Small = 800, Large = 5500, Typical = 2000;

    private readonly IReadOnlyList<Chunk> _chunks;
    private readonly double[] _shifts;
    private readonly int _depth;

    /// <summary>0 where sections of the chosen level are as short as slides, 1 where they are of a sitting's length.</summary>
    private readonly double _trust;

    private OutlineCut(IReadOnlyList<Chunk> chunks, WordWeights weights)
    {
        (_depth, var typical) = SectionLevel(chunks);
        _chunks = Taught(chunks, _depth);
        _shifts = TopicShifts.Of([.. _chunks.Select(c => c.Text)], weights);
        _trust = Math.Clamp(Math.Log(Math.Max(typical, 1) / 150) / Math.Log(4), 0, 1);
    }

    public static IReadOnlyList<OutlinePiece> Of(IReadOnlyList<Chunk> chunks, WordWeights weights) => new OutlineCut(chunks, weights).Pieces();

    /// <summary>Without what is no matter of a lesson, unless the source is nothing else.</summary>
    private static IReadOnlyList<Chunk> Taught(IReadOnlyList<Chunk> chunks, int depth)
    {
        bool IsTaught(Chunk c) => !c.Headings.Any(OutlineTitles.IsApparatus) && !c.Headings.Take(depth).Any(OutlineTitles.IsBackMatter);
        var taught = chunks.Where(IsTaught).ToList();
        return taught.Count == 0 ? chunks : taught;
    }

    private List<OutlinePiece> Pieces()
    {
        var starts = CheapestStarts();
        var pieces = new List<OutlinePiece>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : _chunks.Count;
            pieces.Add(new OutlinePiece([.. _chunks.Skip(starts[i]).Take(end - starts[i])], _depth)
            {
                Partial = CutsSection(starts[i]) || CutsSection(end),
                WholeSource = starts.Count == 1,
            });
        }
        return pieces;
    }

    private bool CutsSection(int at) => at > 0 && at < _chunks.Count && _depth > 0 && Common(at) >= _depth;

    private List<int> CheapestStarts()
    {
        var count = _chunks.Count;
        var cost = new double[count + 1];
        var from = new int[count + 1];
        for (var end = 1; end <= count; end++)
        {
            cost[end] = double.PositiveInfinity;
            var words = 0;
            for (var start = end - 1; start >= 0; start--)
            {
                words += _chunks[start].Words;
                if (words > 4 * Large && start < end - 1) break;
                var total = cost[start] + SizeCost(words) - (start > 0 ? CutReward(start) : 0);
                // On equal terms the later start wins: what is tiny joins what comes before it only when that is cheaper.
                if (total < cost[end]) (cost[end], from[end]) = (total, start);
            }
        }
        var starts = new List<int>();
        for (var end = count; end > 0; end = from[end]) starts.Insert(0, from[end]);
        return starts;
    }

    private static double SizeCost(int words) => words switch
    {
        < Tiny => 4,
        < Small => Math.Log((double)Small / words),
        > Large => 6 * Math.Log((double)words / Large),
        _ => 0,
    };

    /// <summary>What a cut before a chunk earns.</summary>
    private double CutReward(int at)
    {
        var shift = _shifts[at];
        if (_depth == 0) return (1.5 * shift) - 0.8;
        var common = Common(at);
        if (common < _depth - 1) return 3.5;
        if (common < _depth)
        {
            if (IsOpening(at - 1)) return -3;
            var numbered = OutlineTitles.HasSectionNumber(TitleAt(at, common)) ? 1.5 : 0;
            return (2 * _trust) + ((1 - _trust) * ((1.5 * shift) - 0.8 + numbered));
        }
        return common < Math.Max(_chunks[at].Headings.Count, _chunks[at - 1].Headings.Count)
            ? -0.8 + (0.3 * shift) - (0.8 * (common - _depth))
            : -2.4 + shift;
    }

    /// <summary>True for the text that opens a chapter, before its first section proper: it is read together with that section.</summary>
    private bool IsOpening(int chunk) => _chunks[chunk].Headings.Count < _depth || OutlineTitles.IsOpening(_chunks[chunk].Headings[_depth - 1]);

    private string TitleAt(int at, int level) => level < _chunks[at].Headings.Count ? _chunks[at].Headings[level] : "";

    /// <summary>How many headings a chunk and the one before it stand under together.</summary>
    private int Common(int at)
    {
        var (a, b) = (_chunks[at - 1].Headings, _chunks[at].Headings);
        var n = 0;
        while (n < a.Count && n < b.Count && a[n] == b[n]) n++;
        // Text under a chapter's heading alone, before its first section, belongs to that section's neighbours, not to another level.
        return n == a.Count && n == b.Count ? Math.Max(n, _depth) : n;
    }

    /// <summary>The depth at which stretches under one heading come nearest to a sitting's length, and how long they typically are.</summary>
    private static (int Depth, double Words) SectionLevel(IReadOnlyList<Chunk> chunks)
    {
        var deepest = chunks.Max(c => c.Headings.Count);
        var total = (double)Math.Max(1, chunks.Sum(c => c.Words));
        (int Depth, double Words, double Distance) best = (0, total, double.PositiveInfinity);
        for (var depth = 1; depth <= deepest; depth++)
        {
            var stretches = Stretches(chunks, depth).ToList();
            var distance = stretches.Sum(s => s.Words * Math.Abs(Math.Log((s.Words + 1.0) / Typical))) / total;
            // Where the material numbers its own sections ("2.1"), they are the sections whatever their length.
            if (stretches.Sum(s => s.Numbered ? s.Words : 0) > 0.6 * total) distance -= 10;
            var typical = Math.Exp(stretches.Sum(s => s.Words * Math.Log(s.Words + 1.0)) / total);
            if (distance < best.Distance) best = (depth, typical, distance);
        }
        return (best.Depth, best.Words);
    }

    private static IEnumerable<(int Words, bool Numbered)> Stretches(IReadOnlyList<Chunk> chunks, int depth)
    {
        for (int start = 0, end; start < chunks.Count; start = end)
        {
            var path = chunks[start].Headings.Take(depth).ToList();
            end = start + 1;
            while (end < chunks.Count && chunks[end].Headings.Take(depth).SequenceEqual(path)) end++;
            yield return (chunks.Skip(start).Take(end - start).Sum(c => c.Words), path.Count == depth && OutlineTitles.HasSectionNumber(path[^1]));
        }
    }
}

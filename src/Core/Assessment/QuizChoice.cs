using System.Buffers.Binary;
using System.Security.Cryptography;
using Tutor.Review;

namespace Tutor.Assessment;

/// <summary>An item that a quiz may take.</summary>
/// <param name="Rank">Place in the pool, surest first.</param>
public sealed record PoolItem(Guid ItemId, Guid RevisionId, Guid? ObjectiveId, int Rank, ItemBody Body);

/// <summary>
/// Chooses the items of a learner's quiz: every objective before one twice, kinds mixed, the surest first, and nothing that asks for
/// the same words again. Who learns decides between equals, so that neighbours get different quizzes and a learner always the same.
/// </summary>
public static class QuizChoice
{
    public const int Least = 5;
    public const int Most = 8;

    /// <summary>How far down the pool a learner's seed may reach for another item than the surest.</summary>
    private const int Window = 5;

    /// <summary>How many items a quiz has. Where there are enough, one of the pool is left for the lesson to ask (<see cref="SelfChecks"/>).</summary>
    public static int Length(int pool, int objectives) => Math.Min(pool > Least ? pool - 1 : pool, Math.Clamp(objectives * 2, Least, Most));

    /// <param name="objectives">The module's objectives in order.</param>
    public static IReadOnlyList<PoolItem> Choose(IReadOnlyList<PoolItem> pool, IReadOnlyList<Guid> objectives, Guid learnerId)
    {
        var size = Length(pool.Count, objectives.Count);
        var left = RankWithin(pool).Select(p => (p.Item, Order: p.Rank + Window * Seed(learnerId, p.Item.ItemId))).ToList();
        var chosen = new List<PoolItem>(size);
        while (chosen.Count < size)
        {
            var next = left.MinBy(c => (
                Overlaps(c.Item, chosen),
                chosen.Count(x => x.ObjectiveId == c.Item.ObjectiveId),
                chosen.Count(x => x.Body.Kind == c.Item.Body.Kind),
                c.Order,
                c.Item.ItemId));
            chosen.Add(next.Item);
            left.Remove(next);
        }
        var order = objectives.Select((id, i) => (id, i)).ToDictionary(o => o.id, o => o.i);
        return [.. chosen.OrderBy(c => c.ObjectiveId is { } id ? order.GetValueOrDefault(id, int.MaxValue) : int.MaxValue).ThenBy(c => c.Body.Level).ThenBy(c => c.Rank).ThenBy(c => c.ItemId)];
    }

    // The tenth item of the pool may be the surest of its objective.
    private static IEnumerable<(PoolItem Item, int Rank)> RankWithin(IEnumerable<PoolItem> pool) =>
        pool.GroupBy(p => p.ObjectiveId).SelectMany(g => g.OrderBy(p => p.Rank).ThenBy(p => p.ItemId).Select((p, i) => (p, i)));

    // Two items that rest on the same words ask for the same fact, and one gives the other away.
    private static bool Overlaps(PoolItem item, List<PoolItem> chosen) => chosen.Exists(c =>
        string.Equals(c.Body.Stem, item.Body.Stem, StringComparison.OrdinalIgnoreCase)
        || c.Body.Citations.Any(a => item.Body.Citations.Any(b => a.ChunkId == b.ChunkId && a.Start < b.Start + b.Quote.Length && b.Start < a.Start + a.Quote.Length)));

    /// <summary>0 to 1, the same whenever it is asked.</summary>
    private static double Seed(Guid learnerId, Guid itemId)
    {
        Span<byte> bytes = stackalloc byte[32];
        learnerId.TryWriteBytes(bytes, bigEndian: true, out _);
        itemId.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue;
    }
}

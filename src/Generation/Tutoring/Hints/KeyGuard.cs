using Tutor.Checks;
using Tutor.Facts;
using Tutor.Review;

namespace Tutor.Tutoring;

/// <summary>Keeps an item's key from what is said before its quiz is handed in: the words that prove it, wherever they stand, and the key's own words.</summary>
public sealed class KeyGuard
{
    /// <summary>Share of a long key's words from which a text gives it away.</summary>
    private const double Telling = 0.6;

    private readonly List<Citation> _proof;
    private readonly HashSet<string> _key;

    public KeyGuard(ItemBody item)
    {
        var key = item.Choices.Single(c => c.IsKey);
        _proof = [.. item.Citations, .. key.Citations];
        var words = ContentWords.Of(key.Text).ToHashSet(StringComparer.Ordinal);
        // What the stem says as well gives nothing away, unless the key is nothing else.
        var own = words.Except(ContentWords.Of(item.Stem)).ToHashSet(StringComparer.Ordinal);
        _key = own.Count > 0 ? own : words;
    }

    public bool Allows(Guid chunkId, int start, int length, string text) =>
        !_proof.Exists(p => p.ChunkId == chunkId && p.Start < start + length && start < p.Start + p.Quote.Length) && Allows(text);

    public bool Allows(string text)
    {
        if (_key.Count == 0) return true;
        var said = ContentWords.Of(text).ToHashSet(StringComparer.Ordinal);
        return _key.Count(said.Contains) < (_key.Count <= 2 ? _key.Count : Telling * _key.Count);
    }

    internal bool Allows(Evidence evidence) => Allows(evidence.Chunk.Id, evidence.Start, evidence.Length, evidence.Text);
}

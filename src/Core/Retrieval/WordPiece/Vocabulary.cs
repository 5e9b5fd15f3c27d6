namespace Tutor.Retrieval.WordPiece;

/// <summary>The pieces of words a model knows, by number.</summary>
public sealed class Vocabulary
{
    /// <summary>Longer words are unknown as a whole.</summary>
    private readonly int _longestWord;

    private readonly int _unknown, _longestPiece;

    // A piece that goes on within a word is stored without its prefix, so that it can be looked up in place.
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal), _further = new(StringComparer.Ordinal);

    /// <param name="furtherPrefix">Of a piece that goes on within a word: <c>##</c>.</param>
    /// <param name="longestWord">In characters.</param>
    /// <exception cref="InvalidDataException">There is no piece for what is unknown.</exception>
    public Vocabulary(IReadOnlyDictionary<string, int> pieces, string unknown = "[UNK]", string furtherPrefix = "##", int longestWord = 100)
    {
        _longestWord = longestWord;
        _unknown = pieces.TryGetValue(unknown, out var id) ? id : throw new InvalidDataException($"The vocabulary has no {unknown}.");
        foreach (var (piece, number) in pieces)
        {
            _first[piece] = number;
            if (furtherPrefix.Length > 0 && piece.StartsWith(furtherPrefix, StringComparison.Ordinal)) _further[piece[furtherPrefix.Length..]] = number;
            _longestPiece = Math.Max(_longestPiece, piece.Length);
        }
        Size = pieces.Count == 0 ? 0 : pieces.Values.Max() + 1;
    }

    /// <summary>One more than the highest number.</summary>
    public int Size { get; }

    /// <summary>Adds the longest known beginning, then the longest of what is left, and so on; one unknown for a word that cannot be covered.</summary>
    public void AddPieces(ReadOnlySpan<char> word, List<int> ids)
    {
        var (before, start) = (ids.Count, 0);
        var whole = Length(word) <= _longestWord;
        while (whole && start < word.Length)
        {
            var (id, length) = Longest((start == 0 ? _first : _further).GetAlternateLookup<ReadOnlySpan<char>>(), word[start..]);
            whole = length > 0;
            if (whole) ids.Add(id);
            start += length;
        }
        if (whole) return;
        ids.RemoveRange(before, ids.Count - before);
        ids.Add(_unknown);
    }

    private (int Id, int Length) Longest(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> pieces, ReadOnlySpan<char> rest)
    {
        for (var length = Math.Min(rest.Length, _longestPiece); length > 0; length--)
            if (pieces.TryGetValue(rest[..length], out var id))
                return (id, length);
        return (_unknown, 0);
    }

    private static int Length(ReadOnlySpan<char> word)
    {
        var length = 0;
        foreach (var c in word)
            if (!char.IsLowSurrogate(c))
                length++;
        return length;
    }
}

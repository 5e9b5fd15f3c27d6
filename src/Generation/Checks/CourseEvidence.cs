using Tutor.Sources;

namespace Tutor.Checks;

/// <summary>Every sentence of a course by its words: tells whether the course itself supports an option as an answer to a stem.</summary>
public sealed class CourseEvidence
{
    /// <summary>Weighted share of a stem's words from which a sentence is about it.</summary>
    private const double About = 0.75;

    /// <summary>Words of the question itself, which no passage needs to contain.</summary>
    internal static readonly HashSet<string> FormWords =
        [.. ContentWords.Of("following best describes described refer refers happens true statement term mean means called known example according shows likely question people involve course listed under named step comes directly after contrast")];

    private readonly List<Piece> _sentences = [];
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    public CourseEvidence(IEnumerable<Chunk> chunks)
    {
        var all = chunks.ToList();
        Weights = new WordWeights(all.Select(c => c.Text));
        foreach (var chunk in all)
            foreach (var part in chunk.Parts)
            {
                var place = new PartPlace(chunk.Id, part.Block, HeadOf(chunk, part));
                foreach (var sentence in Pieces(chunk.Text.Substring(part.Start, part.Length))) Add(sentence, place);
            }
    }

    public WordWeights Weights { get; }

    /// <summary>A sentence that holds all of an option's words and nearly all the stem's, and does not hold the key as well (such a sentence tells the two apart); null where there is none.</summary>
    public string? Supports(string stem, string option, string key)
    {
        var wanted = Set(option);
        var asked = Set(stem);
        asked.ExceptWith(FormWords);
        asked.ExceptWith(wanted);
        var keyWords = Set(key);
        keyWords.ExceptWith(wanted);
        keyWords.ExceptWith(asked);
        if (wanted.Count == 0 || asked.Count == 0) return null;
        var total = Weights.Sum(asked);
        foreach (var i in Holding(wanted))
        {
            var words = _sentences[i].Words;
            if (keyWords.Count > 0 && keyWords.IsSubsetOf(words)) continue;
            if (Weights.Sum(asked.Where(words.Contains)) >= About * total) return _sentences[i].Text;
        }
        return null;
    }

    /// <summary>Numbers of the pieces, a sentence or a row of a table each, that hold a stem, in reading order.</summary>
    internal IReadOnlyList<int> With(string stem) => _byWord.GetValueOrDefault(stem) ?? [];

    internal string TextOf(int piece) => _sentences[piece].Text;

    /// <summary>What stands over a row of a table (the table's first row) or an item of a list (the sentence before the list); null for running text.</summary>
    internal int? HeadOf(int piece) => _sentences[piece].Place.Head;

    internal bool Holds(int piece, string stem) => _sentences[piece].Words.Contains(stem);

    /// <summary>True where the next piece takes this one up: a sentence that leans back, or the next item of a list.</summary>
    internal bool GoesOn(int piece)
    {
        if (piece + 1 >= _sentences.Count) return false;
        var (one, next) = (_sentences[piece].Place, _sentences[piece + 1].Place);
        if (one.Chunk != next.Chunk) return false;
        return one.Head is null && next.Head is null ? Openers.LeansBack(_sentences[piece + 1].Text) : one == next && one.Head < piece;
    }

    private int? HeadOf(Chunk chunk, ChunkPart part) => part.Kind switch
    {
        BlockKind.Table => _sentences.Count,
        BlockKind.List when _sentences is [.., { } before] && before.Place.Chunk == chunk.Id => _sentences.Count - 1,
        _ => null,
    };

    private IEnumerable<int> Holding(HashSet<string> words)
    {
        var rarest = words.Select(w => _byWord.GetValueOrDefault(w)).MinBy(l => l?.Count ?? 0);
        return rarest is null ? [] : rarest.Where(i => words.IsSubsetOf(_sentences[i].Words));
    }

    private void Add(string sentence, PartPlace place)
    {
        var words = Set(sentence);
        if (words.Count < 2) return;
        foreach (var word in words)
        {
            if (!_byWord.TryGetValue(word, out var list)) _byWord[word] = list = [];
            list.Add(_sentences.Count);
        }
        _sentences.Add(new Piece(sentence, words, place));
    }

    internal static HashSet<string> Set(string text) => ContentWords.Of(text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Cut at ends of lines and where a full stop, question or exclamation mark precedes a space: coarse, but a piece too long only makes the check stricter.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] is '.' or '?' or '!' && i + 2 < text.Length && text[i + 1] == ' ' && !char.IsLower(text[i + 2]) && i - start > 20);
            if (!ends) continue;
            yield return text[start..(i + 1)].Trim();
            start = i + 1;
        }
        if (start < text.Length) yield return text[start..].Trim();
    }

    private sealed record Piece(string Text, HashSet<string> Words, PartPlace Place);

    /// <param name="Head">The piece that stands over every row or item of it; null for running text.</param>
    private sealed record PartPlace(Guid Chunk, int Block, int? Head);
}

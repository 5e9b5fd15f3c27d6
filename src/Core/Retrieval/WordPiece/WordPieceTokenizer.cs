using System.Buffers;

namespace Tutor.Retrieval.WordPiece;

/// <summary>Text to the numbers a BERT-like model reads.</summary>
/// <param name="special">Names that stand for themselves wherever they are written in a text, with their numbers: <c>[SEP]</c>.</param>
/// <param name="before">What every text begins with: <c>[CLS]</c>.</param>
/// <param name="after">What it ends with: <c>[SEP]</c>.</param>
public sealed class WordPieceTokenizer(
    Vocabulary vocabulary, BertText text, IReadOnlyDictionary<string, int> special, IReadOnlyList<int> before, IReadOnlyList<int> after)
{
    private readonly SearchValues<char> _beginnings = SearchValues.Create([.. special.Keys.Where(n => n.Length > 0).Select(n => n[0])]);

    public int VocabularySize => Math.Max(vocabulary.Size, special.Values.DefaultIfEmpty(-1).Max() + 1);

    /// <param name="most">Of all numbers, those at the beginning and the end included; what is too long loses its end.</param>
    public int[] Encode(string value, int most = int.MaxValue)
    {
        var room = Math.Max(0, most - before.Count - after.Count);
        var ids = new List<int>();
        foreach (var (range, name) in Parts(value))
        {
            if (name is { } id) ids.Add(id);
            else AddWords(value[range], room, ids);
            if (ids.Count >= room) break;
        }
        return [.. before, .. ids.Take(room), .. after];
    }

    private void AddWords(string plain, int room, List<int> ids)
    {
        var normalised = text.Normalise(plain);
        foreach (var word in BertText.Words(normalised))
        {
            if (ids.Count >= room) return;
            vocabulary.AddPieces(normalised.AsSpan(word), ids);
        }
    }

    /// <summary>Names are found before anything is done to the text, from the left, of two in one place the longer.</summary>
    private IEnumerable<(Range Range, int? Name)> Parts(string value)
    {
        var start = 0;
        for (var i = Next(value, 0); i < value.Length; i = Next(value, i))
        {
            var name = special.Keys.Where(n => string.CompareOrdinal(value, i, n, 0, n.Length) == 0).MaxBy(n => n.Length);
            if (name is not null)
            {
                if (i > start) yield return (start..i, null);
                yield return (i..(i + name.Length), special[name]);
                start = i + name.Length;
            }
            i = name is null ? i + 1 : start;
        }
        if (start < value.Length) yield return (start..value.Length, null);
    }

    /// <summary>Where a name could begin.</summary>
    private int Next(string value, int from) => value.AsSpan(from).IndexOfAny(_beginnings) is >= 0 and var at ? from + at : value.Length;
}

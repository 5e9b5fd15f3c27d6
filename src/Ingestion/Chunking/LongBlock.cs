using System.Text.RegularExpressions;
using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>
/// Cuts a block that is too long for a chunk where it hurts least: a list between items, a table between rows, running text at
/// sentence ends; text without any (raw captions) between its lines, then between words, then between characters.
/// </summary>
internal static partial class LongBlock
{
    private const int CharactersAtOnce = 1000;

    public static IEnumerable<Piece> Cut(int ordinal, Block block)
    {
        var text = block.Text;
        var atoms = Atoms(block, new TextSpan(0, text.Length), means: 0).ToList();
        var items = atoms.Select(a => new PackItem(WordsOf(text, a), OpensWithHeading: false)).ToList();
        foreach (var range in Packing.Pack(items, Chunker.TargetWords, Chunker.MostWords))
        {
            var (start, end) = (atoms[range.Start.Value].Start, atoms[range.End.Value - 1].End);
            yield return new Piece(ordinal, start, end, WordCount.Of(text.AsSpan(start, end - start)));
        }
    }

    /// <summary>Parts a chunk can hold, without the white space between them.</summary>
    /// <param name="means">How gentle the cut: 0 list items and table rows, 1 sentences, 2 lines, 3 words, 4 characters.</param>
    private static IEnumerable<TextSpan> Atoms(Block block, TextSpan span, int means)
    {
        if (span.Length == 0) yield break;
        if (means > 4 || (means > 0 && WordsOf(block.Text, span) <= Chunker.TargetWords))
        {
            yield return span;
            yield break;
        }
        var start = span.Start;
        foreach (var end in Cuts(block, span, means).Where(c => c > span.Start && c < span.End).Append(span.End))
        {
            foreach (var atom in Atoms(block, Trim(block.Text, start, end), means + 1)) yield return atom;
            start = end;
        }
    }

    private static IEnumerable<int> Cuts(Block block, TextSpan span, int means) => means switch
    {
        0 => block.Kind is BlockKind.List or BlockKind.Table or BlockKind.Code ? Ends(NewLine(), block.Text, span) : [],
        1 => Ends(SentenceEnd(), block.Text, span),
        2 => block.Lines.Select(l => l.End),
        3 => Ends(WhiteSpace(), block.Text, span),
        _ => Enumerable.Range(1, span.Length / CharactersAtOnce).Select(n => OffSurrogate(block.Text, span.Start + n * CharactersAtOnce)),
    };

    private static List<int> Ends(Regex boundary, string text, TextSpan span)
    {
        var ends = new List<int>();
        foreach (var match in boundary.EnumerateMatches(text.AsSpan(span.Start, span.Length)))
            ends.Add(span.Start + match.Index + match.Length);
        return ends;
    }

    private static int OffSurrogate(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end - start);
    }

    private static int WordsOf(string text, TextSpan span) => WordCount.Of(text.AsSpan(span.Start, span.Length));

    [GeneratedRegex(@"\n")]
    private static partial Regex NewLine();

    /// <summary>
    /// Full stop, closing marks and footnote numbers, then white space and what a sentence begins with, but not after a title, an initial
    /// or an abbreviation; Chinese and Japanese stops need no space.
    /// </summary>
    [GeneratedRegex(
        @"(?:(?<!\b(?:\p{L}|Dr|Mr|Mrs|Ms|Prof|St|vs|etc|cf|al|Fig|Figs|Eq|No|Nos|Vol|pp|approx))\.|[!?…])[""'”’»)\]]*(?:\[\d+\])*\s+(?=[\p{Lu}\p{Lt}\p{Lo}""'“‘«(\[¿¡])|[。！？]」?",
        RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

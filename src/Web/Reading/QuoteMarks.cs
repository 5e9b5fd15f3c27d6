using Tutor.Sources;

namespace Tutor.Web.Reading;

/// <summary>A quote of a chunk, found again in the blocks and on the pages of its source.</summary>
/// <param name="Start">First character in the chunk's text.</param>
public sealed record QuoteMarks(Chunk Chunk, int Start, int Length)
{
    /// <summary>Null where the numbers do not lie in the chunk.</summary>
    public static QuoteMarks? Of(Chunk chunk, int start, int length) =>
        start >= 0 && length > 0 && start <= chunk.Text.Length - length ? new QuoteMarks(chunk, start, length) : null;

    public string Quote => Chunk.Text.Substring(Start, Length);

    /// <summary>Ordinals of the blocks the quote stands in.</summary>
    public IReadOnlyList<int> Blocks => [.. Parts.Select(p => p.Block).Distinct()];

    private IEnumerable<ChunkPart> Parts => Chunk.Parts.Where(p => p.Start < Start + Length && p.End > Start);

    /// <summary>The quote's stretches in one block. A chunk may hold a piece of a long block, so the words are looked up.</summary>
    public IReadOnlyList<TextSpan> In(int ordinal, Block block)
    {
        var spans = new List<TextSpan>();
        var from = 0;
        foreach (var part in Parts.Where(p => p.Block == ordinal))
        {
            var (start, end) = (Math.Max(Start, part.Start), Math.Min(Start + Length, part.End));
            var words = Chunk.Text[start..end].Trim();
            var at = words.Length == 0 ? -1 : block.Text.IndexOf(words, from, StringComparison.Ordinal);
            if (at < 0) continue;
            spans.Add(new TextSpan(at, words.Length));
            from = at + words.Length;
        }
        return spans;
    }

    /// <summary>The quote's lines on one page of a PDF.</summary>
    public IReadOnlyList<QuotedLine> On(int page)
    {
        var lines = new List<QuotedLine>();
        foreach (var line in Chunk.LinesIn(Start, Length))
            if (line.Page == page && line.Box is { } box && Letters(line.Start, line.End) is > 0 and var letters)
                lines.Add(new QuotedLine(box, Letters(line.Start, Math.Max(line.Start, Start)), Letters(line.Start, Math.Min(line.End, Start + Length)), letters));
        return lines;
    }

    // White space is left out: a page and its text seldom agree on it.
    private int Letters(int from, int to) => Chunk.Text.AsSpan(from, Math.Max(0, Math.Min(to, Chunk.Text.Length) - from)).ToString().Count(c => !char.IsWhiteSpace(c));
}

/// <summary>A line of a PDF page and the letters of it that are quoted, counted without white space.</summary>
/// <param name="Box">Of the whole line, in points.</param>
/// <param name="From">First quoted letter.</param>
/// <param name="To">Behind the last quoted letter.</param>
/// <param name="Of">Letters of the whole line.</param>
public sealed record QuotedLine(Box Box, int From, int To, int Of);

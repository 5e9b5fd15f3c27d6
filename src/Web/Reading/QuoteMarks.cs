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

    /// <summary>Rectangles of the quote on one page of a PDF, in points. Inside a line the words' place is judged by their share of its characters.</summary>
    public IReadOnlyList<Box> On(int page)
    {
        var boxes = new List<Box>();
        foreach (var line in Chunk.LinesIn(Start, Length))
        {
            if (line.Page != page || line.Box is not { } box || line.Length == 0) continue;
            var (from, to) = (Math.Max(0, Start - line.Start), Math.Min(line.Length, Start + Length - line.Start));
            boxes.Add(box with { X = box.X + box.Width * from / line.Length, Width = box.Width * (to - from) / line.Length });
        }
        return boxes;
    }
}

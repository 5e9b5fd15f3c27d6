using Tutor.Retrieval;
using Tutor.Sources;
using Xunit;

namespace Tutor.Chunking;

public sealed class ChunkingAnyDocument
{
    private static readonly Guid Course = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Source = new("22222222-2222-2222-2222-222222222222");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_part_reads_as_its_block_does_and_parts_stand_an_empty_line_apart(int seed)
    {
        var blocks = AnyDocument.Of(seed);
        foreach (var chunk in Chunker.Chunk(Course, Source, blocks))
        {
            Assert.Equal(chunk.Text, string.Join("\n\n", chunk.Parts.Select(p => chunk.Text.Substring(p.Start, p.Length))));
            Assert.All(chunk.Parts, p => Assert.Contains(chunk.Text.Substring(p.Start, p.Length), blocks[p.Block].Text, StringComparison.Ordinal));
            Assert.All(chunk.Parts, p => Assert.Equal((blocks[p.Block].Kind, blocks[p.Block].Level), (p.Kind, p.Level)));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Parts_put_together_are_the_document_less_the_headings_in_the_paths(int seed)
    {
        var blocks = AnyDocument.Of(seed);
        var chunks = Chunker.Chunk(Course, Source, blocks);
        var parts = chunks.SelectMany(c => c.Parts.Select(p => (p.Block, Text: c.Text.Substring(p.Start, p.Length)))).ToList();

        Assert.Equal(parts.Select(p => p.Block).Order(), parts.Select(p => p.Block));
        var said = parts.GroupBy(p => p.Block).ToDictionary(g => g.Key, g => Bare(string.Concat(g.Select(p => p.Text))));
        for (var i = 0; i < blocks.Count; i++)
        {
            if (said.TryGetValue(i, out var text)) Assert.Equal(Bare(blocks[i].Text), text);
            else Assert.Contains(chunks, c => blocks[i].Kind == BlockKind.Heading && c.Headings.Contains(blocks[i].Text));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Lines_and_emphasis_cover_the_same_words_as_in_the_blocks(int seed)
    {
        var blocks = AnyDocument.Of(seed);
        foreach (var chunk in Chunker.Chunk(Course, Source, blocks))
        {
            foreach (var part in chunk.Parts)
            {
                var block = blocks[part.Block];
                var from = OffsetIn(block, part, chunk);
                Assert.Equal(
                    block.Lines.Where(l => l.Start < from + part.Length && l.End > from).Select(l => Cut(block.Text, l.Start, l.End, from, part.Length)),
                    chunk.LinesIn(part.Start, part.Length).Select(l => chunk.Text.Substring(l.Start, l.Length)));
                Assert.Equal(
                    block.Emphasis.Where(e => e.Start < from + part.Length && e.End > from).Select(e => Cut(block.Text, e.Start, e.End, from, part.Length)),
                    part.Emphasis.Select(e => chunk.Text.Substring(e.Start, e.Length)));
            }
            Assert.Equal(chunk.Lines.OrderBy(l => l.Start), chunk.Lines);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_chunk_is_long_and_none_ends_with_a_heading_that_heads_something(int seed)
    {
        var blocks = AnyDocument.Of(seed);
        foreach (var chunk in Chunker.Chunk(Course, Source, blocks))
        {
            Assert.InRange(chunk.Words, 1, Chunker.MostWords + 100); // headings stay with what they head
            if (chunk.Parts[^1] is { Kind: BlockKind.Heading } last && last.Block + 1 < blocks.Count)
                Assert.True(blocks[last.Block + 1].Kind == BlockKind.Heading, $"chunk {chunk.Ordinal} ends with a heading");
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Chunking_twice_gives_the_same_ids(int seed)
    {
        var first = Chunker.Chunk(Course, Source, AnyDocument.Of(seed));
        var second = Chunker.Chunk(Course, Source, AnyDocument.Of(seed));

        Assert.Equal(first.Select(c => (c.Id, c.Hash)), second.Select(c => (c.Id, c.Hash)));
        Assert.Equal(Enumerable.Range(0, first.Count), first.Select(c => c.Ordinal));
        Assert.Equal(first.Count, first.Select(c => c.Id).Distinct().Count());
        Assert.All(first, c => Assert.Equal(WordCount.Of(c.Text), c.Words));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Where a part begins in its block; found by its lines, which no two places of a block share.</summary>
    private static int OffsetIn(Block block, ChunkPart part, Chunk chunk)
    {
        var text = chunk.Text.Substring(part.Start, part.Length);
        var lines = chunk.LinesIn(part.Start, part.Length).Select(l => (l.Start - part.Start, l.Length)).ToList();
        for (var at = block.Text.IndexOf(text, StringComparison.Ordinal); at >= 0; at = block.Text.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            var here = at;
            var clipped = block.Lines.Where(l => l.Start < here + part.Length && l.End > here)
                .Select(l => (Math.Max(l.Start, here) - here, Math.Min(l.End, here + part.Length) - Math.Max(l.Start, here)));
            if (clipped.SequenceEqual(lines)) return at;
        }
        throw new InvalidOperationException("A part's lines are not those of its block.");
    }

    private static string Cut(string text, int start, int end, int from, int length) =>
        text[Math.Max(start, from)..Math.Min(end, from + length)];
}

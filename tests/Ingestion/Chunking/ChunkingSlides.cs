using Tutor.Sources;
using Xunit;

namespace Tutor.Chunking;

public sealed class ChunkingSlides
{
    [Fact]
    public void A_slide_stays_whole_and_slides_of_one_title_join()
    {
        var deck = new[] { Slide(1, "Encoding"), Slide(2, "Storage"), Slide(3, "Storage"), Slide(4, "Retrieval") }.SelectMany(b => b).ToList();
        var chunks = Chunker.Chunk(Guid.Empty, Guid.Empty, deck);

        Assert.Equal(["Encoding", "Storage", "Retrieval"], chunks.Select(c => c.Headings.Single()));
        Assert.Equal([[1], [2, 3], [4]], chunks.Select(c => c.Lines.Select(l => l.Slide!.Value).Distinct().ToArray()));
        Assert.Equal(2, chunks[0].Parts.Count);
    }

    private static IEnumerable<Block> Slide(int number, string title)
    {
        yield return On(number, new Block(BlockKind.Heading, title) { Level = 1 });
        yield return On(number, new Block(BlockKind.List, "a point\nanother point"));
        yield return On(number, new Block(BlockKind.Note, "What the lecturer says to it."));
    }

    private static Block On(int slide, Block block) => block with { Lines = [new Line(0, block.Text.Length, Slide: slide)] };
}

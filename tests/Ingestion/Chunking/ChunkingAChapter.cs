using Tutor.Sources;
using Xunit;

namespace Tutor.Chunking;

public sealed class ChunkingAChapter
{
    private static readonly Guid Course = Guid.Empty;

    [Fact]
    public void No_chunk_crosses_a_section_and_the_path_says_which()
    {
        var chunks = Chunk(
            Heading(1, "2 Research"), Heading(2, "2.1 Why"), Words(120), Heading(2, "2.2 How"), Words(60), Heading(3, "Surveys"), Words(90));

        Assert.Equal(2, chunks.Count);
        Assert.Equal(["2 Research", "2.1 Why"], chunks[0].Headings);
        Assert.Equal(["2 Research", "2.2 How"], chunks[1].Headings);
        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph], chunks[1].Parts.Select(p => p.Kind));
    }

    [Fact]
    public void A_chunk_that_begins_below_a_lower_heading_has_it_in_its_path()
    {
        var chunks = Chunk(Heading(1, "2 Research"), Heading(2, "2.1 Why"), Words(10), Heading(2, "2.2 How"), Heading(3, "Surveys"), Words(190), Words(210));

        Assert.Equal(["2 Research", "2.2 How"], chunks[1].Headings);
        Assert.StartsWith("Surveys\n\n", chunks[1].Text, StringComparison.Ordinal);
        Assert.Equal(["2 Research", "2.2 How", "Surveys"], chunks[2].Headings);
    }

    [Fact]
    public void Short_paragraphs_are_joined_and_no_paragraph_is_parted() =>
        Assert.Equal([100, 100, 200, 180], Chunk(Words(40), Words(60), Words(100), Words(200), Words(90), Words(90)).Select(c => c.Words));

    [Fact]
    public void A_short_rest_joins_its_neighbour() => Assert.Single(Chunk(Words(200), Words(20)));

    [Fact]
    public void Sections_of_a_whole_book_are_its_chapters_sections()
    {
        var book = Enumerable.Range(1, 3).SelectMany(c => (Block[])
            [Heading(1, $"Chapter {c}"), .. Enumerable.Range(1, 3).SelectMany(s => (Block[])
                [Heading(2, $"{c}.{s}"), .. Enumerable.Range(0, 12).Select(_ => Words(150)), Heading(3, $"Part of {c}.{s}"), Words(30)])]);

        Assert.All(Chunk([.. book]), c => Assert.Single(c.Parts.Select(p => p.Block / 16).Distinct()));
    }

    [Fact]
    public void A_long_paragraph_is_cut_at_sentence_ends()
    {
        var chunks = Chunk(new Block(BlockKind.Paragraph, string.Join(' ', Enumerable.Range(1, 30).Select(n => $"Sentence {n} has e.g. just these ten words in it, (Fig. {n}).[1]"))));

        Assert.Equal(3, chunks.Count);
        Assert.All(chunks, c => Assert.EndsWith(").[1]", c.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_table_is_cut_between_rows_and_only_its_beginning_has_the_header()
    {
        var rows = Enumerable.Range(0, 120).Select(n => n == 0 ? "Stage | Age | What happens" : $"stage {n} | {n} years | something happens");
        var parts = Chunk(new Block(BlockKind.Table, string.Join('\n', rows)) { HasHeader = true }).Select(c => (c, c.Parts.Single())).ToList();

        Assert.InRange(parts.Count, 5, 9);
        Assert.All(parts, p => Assert.All(p.c.Text.Split('\n'), row => Assert.Equal(3, row.Split(" | ").Length)));
        Assert.Equal([true, .. Enumerable.Repeat(false, parts.Count - 1)], parts.Select(p => p.Item2.HasHeader));
    }

    [Fact]
    public void What_announces_a_list_stays_with_it()
    {
        var chunks = Chunk(Words(170), new Block(BlockKind.Paragraph, "The steps are these:"), new Block(BlockKind.List, string.Join('\n', Enumerable.Repeat("one step of five words", 30))));

        Assert.StartsWith("The steps are these:", chunks[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_with_nothing_under_it_is_still_found()
    {
        var chunks = Chunk(Heading(1, "Lecture"), Heading(2, "Memory"), Words(150), Heading(2, "Any questions?"), Heading(2, "Thank you"));

        Assert.Equal("Any questions?\n\nThank you", chunks[^1].Text);
        Assert.Equal(["Lecture"], chunks[^1].Headings);
    }

    [Fact]
    public void Captions_without_a_full_stop_are_cut_between_cues()
    {
        var cue = "so the next thing that we want to look at";
        var text = string.Join(' ', Enumerable.Repeat(cue, 60));
        var block = new Block(BlockKind.Paragraph, text) { Lines = [.. Enumerable.Range(0, 60).Select(n => new Line(n * (cue.Length + 1), cue.Length, From: n, To: n + 1))] };

        Assert.All(Chunk(block), c => Assert.All(c.Lines, l => Assert.Equal(cue, c.Text.Substring(l.Start, l.Length))));
    }

    private static IReadOnlyList<Chunk> Chunk(params Block[] blocks) => Chunker.Chunk(Course, new Guid("22222222-2222-2222-2222-222222222222"), blocks);

    private static Block Heading(int level, string text) => new(BlockKind.Heading, text) { Level = level };

    private static Block Words(int count) => new(BlockKind.Paragraph, string.Join(' ', Enumerable.Repeat("word", count)));
}

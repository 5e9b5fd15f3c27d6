using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Pdf;

public sealed class ReadingAPdf
{
    [Fact]
    public async Task Two_columns_are_read_one_after_the_other_and_a_paragraph_runs_on_in_the_second()
    {
        var left = Prose.Wrap(Prose.Cell, 44);
        var right = Prose.Wrap(Prose.Market, 44);
        var pdf = new PdfWriter().Page()
            .Text(72, 60, "Cells and Markets", size: 18, bold: true)
            .Lines(72, 100, left[..^2]).Lines(320, 100, left[^2..]).Lines(320, 100 + 12 * 3, right);

        var blocks = (await Parsers.ParseAsync(pdf.Build())).Blocks;

        Assert.Equal([(BlockKind.Heading, "Cells and Markets"), (BlockKind.Paragraph, Prose.Cell), (BlockKind.Paragraph, Prose.Market)], blocks.Select(b => (b.Kind, b.Text)));
    }

    [Fact]
    public async Task Two_columns_painted_across_the_page_are_still_read_one_after_the_other()
    {
        var (left, right) = (Prose.Wrap(Prose.Cell, 44), Prose.Wrap(Prose.Market, 44));
        var pdf = new PdfWriter().Page();
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            if (i < left.Count) pdf.Text(72, 100 + (12 * i), left[i]);
            if (i < right.Count) pdf.Text(320, 100 + (12 * i), right[i]);
        }

        var blocks = (await Parsers.ParseAsync(pdf.Build())).Blocks;

        Assert.Equal([(BlockKind.Paragraph, Prose.Cell), (BlockKind.Paragraph, Prose.Market)], blocks.Select(b => (b.Kind, b.Text)));
    }

    [Fact]
    public async Task A_paragraph_over_a_page_break_is_one_block_whose_lines_know_their_pages()
    {
        var lines = Prose.Wrap(Prose.Cell, 80);
        var pdf = new PdfWriter().Page().Lines(72, 700, lines[..3]).Page().Lines(72, 72, lines[3..]);

        var block = Assert.Single((await Parsers.ParseAsync(pdf.Build())).Blocks);

        Assert.Equal(Prose.Cell, block.Text);
        Assert.Equal(lines, block.Lines.Select(l => block.Text.Substring(l.Start, l.Length)));
        Assert.Equal([.. Enumerable.Repeat<int?>(1, 3), .. Enumerable.Repeat<int?>(2, lines.Count - 3)], block.Lines.Select(l => l.Page));
    }

    [Fact]
    public async Task A_line_knows_its_box_on_the_page()
    {
        var pdf = new PdfWriter().Page().Text(100, 200, "Osmosis moves water through a membrane.", size: 12);

        var line = Assert.Single((await Parsers.ParseAsync(pdf.Build())).Blocks[0].Lines);

        var box = line.Box!.Value;
        Assert.Equal(100, box.X, 1.0);
        Assert.InRange(200, box.Y, box.Y + box.Height);
        Assert.InRange(box.Height, 10, 16);
        Assert.InRange(box.Width, 200, 240);
    }

    [Fact]
    public async Task Running_headers_footers_and_page_numbers_are_dropped_and_told()
    {
        var pdf = new PdfWriter();
        var topics = (string[])["cells", "tissues", "organs", "organisms"];
        for (var i = 0; i < topics.Length; i++)
            pdf.Page().Text(72, 40, $"Biology for Beginners | Part {i + 1}", size: 9)
                .Lines(72, 100, [$"This page is about {topics[i]} and nothing else at all.", $"It ends with {topics[i]}."])
                .Text(300, 770, $"{i + 17}", size: 9);

        var source = await Parsers.ParseAsync(pdf.Build());

        Assert.Equal(topics.Select(t => $"This page is about {t} and nothing else at all. It ends with {t}."), source.Blocks.Select(b => b.Text));
        Assert.Contains(source.Notes!, n => n.Code == "running-header");
    }

    [Fact]
    public async Task A_title_that_comes_again_on_every_slide_is_no_running_header()
    {
        var pdf = new PdfWriter();
        for (var i = 1; i <= 4; i++) pdf.Page().Text(72, 60, $"Memory ({i})", size: 28).Lines(72, 200, [$"Slide {i} tells of memory in a sentence of its own."], size: 14);

        var blocks = (await Parsers.ParseAsync(pdf.Build())).Blocks;

        Assert.Equal(4, blocks.Count(b => b.Kind == BlockKind.Heading));
    }

    [Fact]
    public async Task A_hyphen_at_a_lines_end_goes_unless_the_document_writes_the_word_with_it()
    {
        var pdf = new PdfWriter().Page().Lines(72, 100,
        [
            "The process of photosynthesis feeds nearly all of us, and so photosyn-", "thesis is taught in every school. A person’s self-",
            "esteem is another matter: self-esteem is not taught, and a long-", "term view helps. The long road of a term has a well-", "known end.",
        ]);

        var block = Assert.Single((await Parsers.ParseAsync(pdf.Build())).Blocks);

        Assert.Contains("so photosynthesis is", block.Text, StringComparison.Ordinal);
        Assert.Contains("person’s self-esteem is", block.Text, StringComparison.Ordinal);
        Assert.Contains("a long-term view", block.Text, StringComparison.Ordinal);
        Assert.Equal("The process of photosynthesis feeds nearly all of us, and so photosyn", block.Text.Substring(block.Lines[0].Start, block.Lines[0].Length));
    }

    [Fact]
    public async Task Headings_are_ranked_by_size_and_number()
    {
        var pdf = new PdfWriter().Page()
            .Text(72, 60, "1 Life", size: 20, bold: true)
            .Text(72, 100, "1.1 Cells", size: 14, bold: true).Lines(72, 120, Prose.Wrap(Prose.Cell, 80))
            .Text(72, 220, "1.1.1 Walls and", size: 14, bold: true).Text(72, 236, "Membranes", size: 14, bold: true).Lines(72, 260, Prose.Wrap(Prose.Market, 80))
            .Text(72, 350, "A bold line", size: 10, bold: true).Lines(72, 370, Prose.Wrap(Prose.Cell, 80));

        var headings = (await Parsers.ParseAsync(pdf.Build())).Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => (b.Level, b.Text));

        Assert.Equal([(1, "1 Life"), (2, "1.1 Cells"), (3, "1.1.1 Walls and Membranes"), (4, "A bold line")], headings);
    }

    [Fact]
    public async Task Bold_words_in_a_paragraph_are_its_emphasis()
    {
        var pdf = new PdfWriter().Page().Text(72, 100, "The").Text(92, 100, "cell membrane", bold: true).Text(168, 100, "encloses every living cell.");

        var block = Assert.Single((await Parsers.ParseAsync(pdf.Build())).Blocks);

        Assert.Equal("The cell membrane encloses every living cell.", block.Text);
        Assert.Equal("cell membrane", Assert.Single(block.Emphasis.Select(e => block.Text.Substring(e.Start, e.Length))));
    }

    [Fact]
    public async Task Lists_have_an_item_a_line_and_no_markers()
    {
        var pdf = new PdfWriter().Page()
            .Lines(72, 80, ["Three things matter to every plant:"])
            .Text(80, 100, "•").Text(95, 100, "light, which it captures in the green parts of its leaves, and which drives")
            .Text(95, 112, "all that follows")
            .Text(80, 124, "•").Text(95, 124, "water")
            .Lines(72, 160, ["To test it:"]).Lines(80, 180, ["1. Cover a leaf.", "2. Wait a day.", "3. Look for starch."]);

        var lists = (await Parsers.ParseAsync(pdf.Build())).Blocks.Where(b => b.Kind == BlockKind.List).Select(b => (b.Ordered, b.Text));

        Assert.Equal(
            [(false, "light, which it captures in the green parts of its leaves, and which drives all that follows\nwater"), (true, "Cover a leaf.\nWait a day.\nLook for starch.")],
            lists);
    }

    [Fact]
    public async Task Tables_are_rows_of_cells_also_where_cells_wrap_and_the_page_breaks()
    {
        var pdf = new PdfWriter().Page().Lines(72, 80, Prose.Wrap(Prose.Cell, 80))
            .Text(80, 700, "Organelle", bold: true).Text(200, 700, "Task", bold: true).Text(420, 700, "Found in", bold: true)
            .Text(80, 720, "Nucleus").Text(200, 720, "keeps the genetic material and").Text(200, 732, "controls the cell").Text(420, 720, "both")
            .Page()
            .Text(80, 72, "Organelle", bold: true).Text(200, 72, "Task", bold: true).Text(420, 72, "Found in", bold: true)
            .Text(80, 92, "Chloroplast").Text(200, 92, "captures light").Text(420, 92, "plants");

        var table = Assert.Single((await Parsers.ParseAsync(pdf.Build())).Blocks, b => b.Kind == BlockKind.Table);

        Assert.Equal(
            "Organelle | Task | Found in\nNucleus | keeps the genetic material and controls the cell | both\nChloroplast | captures light | plants", table.Text);
        Assert.True(table.HasHeader);
        Assert.Equal([1, 2], table.Lines.Select(l => l.Page!.Value).Distinct());
    }

    [Fact]
    public async Task A_caption_is_a_caption()
    {
        var pdf = new PdfWriter().Page().Lines(72, 80, Prose.Wrap(Prose.Cell, 80)).Text(72, 300, "Figure 3.1: A plant cell and its wall.", size: 9, italic: true);

        Assert.Equal((BlockKind.Caption, "Figure 3.1: A plant cell and its wall."), (await Parsers.ParseAsync(pdf.Build())).Blocks.Select(b => (b.Kind, b.Text)).Last());
    }

    [Fact]
    public async Task A_description_that_is_a_file_name_is_no_title()
    {
        Assert.Equal("Cells", (await Parsers.ParseAsync(new PdfWriter { Title = "Cells" }.Page().Text(72, 72, "Cells live.").Build())).Title);
        Assert.Null((await Parsers.ParseAsync(new PdfWriter { Title = "Microsoft Word - notes.doc" }.Page().Text(72, 72, "Cells live.").Build())).Title);
    }
}

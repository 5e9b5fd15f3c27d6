using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Markdown;

public sealed class ReadingMarkdown
{
    [Fact]
    public async Task Structure_survives_in_reading_order()
    {
        var source = await Uploaded.ParseAsync("soil.md", """
            ---
            title: "Soils of the north"
            ---
            # 2 Soil

            Soil is a **living
            layer**, see [the map](https://maps.example/soil).

            *Figure: A pit with three horizons.*

            ## Horizons

            1. Topsoil
            2. Subsoil
               - with clay
               - with iron

               More of the subsoil.
            3. Bedrock

            > A boxed aside.

            | Horizon | Depth |
            | --- | ---: |
            | A | 20 cm |
            | B | 60 cm |

            ```
            pH = 6.5
            ```
            """);

        Assert.Equal("Soils of the north", source.Title);
        Assert.Equal(
        [
            (BlockKind.Heading, "2 Soil"),
            (BlockKind.Paragraph, "Soil is a living layer, see the map."),
            (BlockKind.Caption, "Figure: A pit with three horizons."),
            (BlockKind.Heading, "Horizons"),
            (BlockKind.List, "Topsoil\nSubsoil\nwith clay\nwith iron\nMore of the subsoil.\nBedrock"),
            (BlockKind.Note, "A boxed aside."),
            (BlockKind.Table, "Horizon | Depth\nA | 20 cm\nB | 60 cm"),
            (BlockKind.Code, "pH = 6.5"),
        ], source.Blocks.Select(b => (b.Kind, b.Text)));
        Assert.Equal([1, 2], source.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Level));
        Assert.True(source.Blocks[4].Ordered);
        Assert.True(source.Blocks[6].HasHeader);
    }

    [Fact]
    public async Task Emphasised_words_are_marked_where_they_stand()
    {
        var source = await Uploaded.ParseAsync("a.md", "Plants need *light* and **carbon** __dioxide__.\n\n- **Osmosis** moves water");
        Assert.Equal(["light", "carbon dioxide"], Emphasised(source.Blocks[0]));
        Assert.Equal(["Osmosis"], Emphasised(source.Blocks[1]));
    }

    [Fact]
    public async Task A_title_row_over_a_table_becomes_its_caption()
    {
        var source = await Uploaded.ParseAsync("a.md", "| Kinds of rock | | |\n| --- | --- | --- |\n| Name | Origin | Example |\n| Igneous | magma | basalt |\n");
        Assert.Equal([(BlockKind.Caption, "Kinds of rock"), (BlockKind.Table, "Name | Origin | Example\nIgneous | magma | basalt")], source.Blocks.Select(b => (b.Kind, b.Text)));
        Assert.True(source.Blocks[1].HasHeader);
    }

    [Fact]
    public async Task Comments_scripts_and_link_definitions_are_no_text_but_html_tables_are()
    {
        var source = await Uploaded.ParseAsync("a.md", """
            Seen text.

            <!-- SECRET one -->

            <script>SECRET two</script>

            [//]: # (SECRET three)

            ![SECRET](https://elsewhere.example/x.png)

            <table><tr><th>Gas</th><th>Share</th></tr><tr><td>Oxygen</td><td>21 %</td></tr></table>
            """);
        Assert.Equal(["Seen text.", "Gas | Share\nOxygen | 21 %"], source.Blocks.Select(b => b.Text));
    }

    [Theory]
    [InlineData("- x\n", 1000)]
    [InlineData("> ", 30_000)]
    [InlineData("[", 20_000)]
    [InlineData("**a ", 20_000)]
    [InlineData("![a](", 100_000)]
    [InlineData("<div>\n", 100_000)]
    [InlineData("<a ", 60_000)]
    [InlineData("`a``", 30_000)]
    [InlineData("|", 20_000)]
    public async Task Endless_nesting_ends_with_the_text(string piece, int times)
    {
        var nested = piece[0] == '-'
            ? string.Concat(Enumerable.Range(0, times).Select(n => new string(' ', 2 * Math.Min(n, 500)) + piece))
            : string.Concat(Enumerable.Repeat(piece, times));
        var source = await Uploaded.ParseAsync("deep.md", "The first words.\n\n" + nested + "\n\nThe last words.");
        Assert.Contains("The first words.", source.Blocks[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bold_lines_are_the_headings_of_a_file_that_has_no_others()
    {
        var source = await Uploaded.ParseAsync("a.md", "**Weather and climate**\n\nWeather is what happens today.\n\n**Never confuse them.**\n\nClimate is its mean.");
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph], source.Blocks.Select(b => b.Kind));
    }

    private static IEnumerable<string> Emphasised(Block block) => block.Emphasis.Select(e => block.Text.Substring(e.Start, e.Length));
}

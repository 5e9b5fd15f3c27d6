using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Text;

public sealed class ReadingPlainText
{
    [Fact]
    public async Task Paragraphs_lists_and_plain_headings_are_told_apart()
    {
        var source = await Uploaded.ParseAsync("notes.txt", """
            Tides
            =====

            The sea rises and falls
            twice a day.

            2.1 Spring tides

            Sun and moon pull together at
            - new moon
            - full moon, when
              both stand in line

            NEAP TIDES

            They pull against each other.
            """);
        Assert.Equal(
        [
            (BlockKind.Heading, 1, "Tides"), (BlockKind.Paragraph, 0, "The sea rises and falls twice a day."),
            (BlockKind.Heading, 2, "2.1 Spring tides"), (BlockKind.Paragraph, 0, "Sun and moon pull together at"),
            (BlockKind.List, 0, "new moon\nfull moon, when both stand in line"),
            (BlockKind.Heading, 1, "NEAP TIDES"), (BlockKind.Paragraph, 0, "They pull against each other."),
        ], source.Blocks.Select(b => (b.Kind, b.Level, b.Text)));
    }

    [Fact]
    public async Task Long_lines_are_paragraphs_of_their_own()
    {
        var line = string.Join(' ', Enumerable.Repeat("A sentence that an editor wraps only on the screen.", 6));
        var source = await Uploaded.ParseAsync("notes.txt", line + "\n" + line + "\n");
        Assert.Equal([line, line], source.Blocks.Select(b => b.Text));
    }

    [Fact]
    public async Task White_space_alone_is_no_text() => Assert.Equal("no-text", await Uploaded.RefusalAsync("notes.txt", " \n\n --- \n\t\n"u8.ToArray()));
}

using System.Text;
using Xunit;

namespace Tutor.Parsing.Pdf;

public sealed class PdfsThatAreRefused
{
    [Fact]
    public async Task No_bytes_are_damaged() => Assert.Equal("damaged", (await Parsers.RefusalAsync([])).Code);

    [Fact]
    public async Task Another_kind_of_file_is_damaged() => Assert.Equal("damaged", (await Parsers.RefusalAsync(Encoding.ASCII.GetBytes("\u0089PNG\r\n not a PDF"))).Code);

    [Fact]
    public async Task A_file_without_its_first_half_is_damaged()
    {
        var pdf = new PdfWriter().Page().Text(72, 72, "Cells live.").Build();

        Assert.Equal("damaged", (await Parsers.RefusalAsync(pdf[^120..])).Code);
    }

    [Fact]
    public async Task A_page_tree_that_contains_itself_is_damaged()
    {
        var pdf = PdfWriter.Assemble(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 7/Kids[2 0 R 2 0 R]>>"]);

        Assert.Equal("damaged", (await Parsers.RefusalAsync(pdf)).Code);
    }

    [Fact]
    public async Task A_password_is_asked_for()
    {
        // Standard security handler, revision 3; keys that no empty password opens.
        var pdf = new PdfWriter().Page().Text(72, 72, "Cells live.").Build(
            $"/ID[<{new string('0', 32)}><{new string('0', 32)}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{new string('A', 64)}>/U<{new string('B', 64)}>>>");

        Assert.Equal("password-protected", (await Parsers.RefusalAsync(pdf)).Code);
    }

    [Fact]
    public async Task Pages_without_a_letter_have_no_text()
    {
        var failure = await Parsers.RefusalAsync(new PdfWriter().Page().Box(72, 72, 400, 400, .5).Page().Build());

        Assert.Equal("no-text", failure.Code);
        Assert.Contains("OCR", failure.Action, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_pages_than_the_limit_are_named()
    {
        var pdf = new PdfWriter();
        for (var i = 0; i <= PdfParser.MostPages; i++) pdf.Page();

        var failure = await Parsers.RefusalAsync(pdf.Build());

        Assert.Equal("too-many-pages", failure.Code);
        Assert.Contains("6001", failure.Message, StringComparison.Ordinal);
        Assert.Contains("6000", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_keeps_what_can_be_read()
    {
        var pdf = new PdfWriter().Page().Text(72, 72, "Cells live.").Page().Text(72, 72, "Organs, too.").Build();

        var source = await Parsers.ParseAsync(pdf[..^200]);

        Assert.Contains(source.Blocks, b => b.Text.Contains("Cells live.", StringComparison.Ordinal));
    }
}

using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Html;

public sealed class ReadingPages
{
    [Fact]
    public async Task The_main_content_is_read_and_the_furniture_of_the_site_is_not()
    {
        var source = await Uploaded.ParseAsync("page.html", """
            <!doctype html><html><head><title>Glaciers</title><script>noise()</script></head><body>
            <header><h1>My site</h1></header><nav><ul><li><a href="/">Home</a></li></ul></nav>
            <main>
              <h1>Glaciers</h1>
              <p>Ice that <em>moves</em>&nbsp;under its own weight<sup><a href="#n1">1</a></sup>, CO<sub>2</sub> inside.<br>A second line.</p>
              <figure><img src="http://elsewhere.example/x.png" alt="ice"><figcaption>A valley glacier.</figcaption></figure>
              <ol><li>Snow<ul><li>falls</li><li>settles</li></ul></li><li>Firn</li></ol>
              <table><caption>Ages</caption><thead><tr><th>Layer</th><th>Years</th></tr></thead><tr><td rowspan="2">Firn</td><td>2</td></tr><tr><td>3</td></tr></table>
              <aside><p>A boxed aside.</p></aside>
              <dl><dt>Moraine</dt><dd>Rubble at the edge.</dd></dl>
            </main>
            <aside>Buy now</aside><footer>All rights reserved</footer></body></html>
            """);
        Assert.Equal("Glaciers", source.Title);
        Assert.Equal(
        [
            (BlockKind.Heading, "Glaciers"), (BlockKind.Paragraph, "Ice that moves under its own weight, CO2 inside. A second line."), (BlockKind.Caption, "A valley glacier."),
            (BlockKind.List, "Snow\nfalls\nsettles\nFirn"), (BlockKind.Caption, "Ages"), (BlockKind.Table, "Layer | Years\nFirn | 2\nFirn | 3"),
            (BlockKind.Note, "A boxed aside."), (BlockKind.Paragraph, "Moraine: Rubble at the edge."),
        ], source.Blocks.Select(b => (b.Kind, b.Text)));
        Assert.True(source.Blocks[3].Ordered);
        Assert.True(source.Blocks[5].HasHeader);
        Assert.Equal([new TextSpan(9, 5)], source.Blocks[1].Emphasis);
    }

    [Fact]
    public async Task Hidden_text_goes_and_is_reported()
    {
        var source = await Uploaded.ParseAsync("page.html", """
            <style>.gone { display: none } @media print { p { display: none } }</style>
            <p>Seen.</p><p hidden>SECRET one</p><p style="display:none">SECRET two</p><p style="color:#fff">SECRET three</p><p class="gone">SECRET four</p>
            <p style="color:white;background:black">White on black.</p><p style="font-size:0">SECRET five</p>
            """);
        Assert.Equal(["Seen.", "White on black."], source.Blocks.Select(b => b.Text));
        Assert.Equal("hidden-text", Assert.Single(source.Notes!).Code);
    }

    [Fact]
    public async Task A_page_that_marks_no_main_content_keeps_its_title_and_what_stands_in_a_form()
    {
        var source = await Uploaded.ParseAsync("page.html", "<header><h1>Dunes</h1></header><form><div><p>Sand moves.</p><button>Send</button></div></form><span aria-hidden=true>›</span>");
        Assert.Equal(["Dunes", "Sand moves."], source.Blocks.Select(b => b.Text));
        Assert.Empty(source.Notes!);
    }

    [Fact]
    public async Task Pages_laid_out_by_tables_are_read_as_text()
    {
        var source = await Uploaded.ParseAsync("page.html", "<table><tr><td><h2>Dunes</h2><p>Sand moves.</p></td></tr></table><table role=presentation><tr><td>Left.</td><td>Right.</td></tr></table>");
        Assert.Equal([(BlockKind.Heading, "Dunes"), (BlockKind.Paragraph, "Sand moves."), (BlockKind.Paragraph, "Left."), (BlockKind.Paragraph, "Right.")], source.Blocks.Select(b => (b.Kind, b.Text)));
    }

    [Fact]
    public async Task A_page_nested_beyond_reason_is_refused() =>
        Assert.Equal("too-deeply-nested", await Uploaded.RefusalAsync("page.html", [.. Enumerable.Repeat("<div>"u8.ToArray(), 200_000).SelectMany(b => b), .. "x"u8]));
}

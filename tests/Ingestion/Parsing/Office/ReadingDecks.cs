using Tutor.Sources;
using Xunit;
using static Tutor.Parsing.Office.OfficeFiles;

namespace Tutor.Parsing.Office;

public sealed class ReadingDecks
{
    private const string Bullet = "<a:buChar char=\"-\"/>";

    [Fact]
    public async Task A_slide_is_a_page_with_title_points_and_notes()
    {
        var source = await ReadAsync(
            (Shape("title", 50, 20, "Kinds of rock"), "", []),
            (Shape("body", 50, 300, Bullet, ["igneous", "sedimentary"]) + Shape("title", 50, 20, "Origins"), "", ["Basalt comes from lava that cooled at the surface.", "Why?", "show the sample"]),
            (Shape("title", 50, 20, "Origins (cont.)") + Shape(null, 50, 300, Bullet, ["Granite cooled slowly deep below the ground.", "It took a million years for that."]), "", []));
        Assert.Equal(
        [
            (1, BlockKind.Heading, 1, "Kinds of rock"),
            (2, BlockKind.Heading, 2, "Origins"), (2, BlockKind.List, 0, "igneous\nsedimentary"), (2, BlockKind.Paragraph, 0, "Basalt comes from lava that cooled at the surface."), (2, BlockKind.Note, 0, "Why? show the sample"),
            (3, BlockKind.Heading, 2, "Origins"), (3, BlockKind.Paragraph, 0, "Granite cooled slowly deep below the ground. It took a million years for that."),
        ], source.Blocks.Select(b => (b.Lines.Single().Slide!.Value, b.Kind, b.Level, b.Text)));
        Assert.Equal(3, source.Pages);
        Assert.Equal("Kinds of rock", source.Title);
        Assert.All(source.Blocks, b => Assert.Equal((0, b.Text.Length), (b.Lines[0].Start, b.Lines[0].Length)));
    }

    [Fact]
    public async Task Text_is_read_as_it_lies_on_the_slide_column_by_column()
    {
        var group = "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"9\" name=\"\"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"457200\" y=\"4800600\"/><a:ext cx=\"3600000\" cy=\"680000\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"3600000\" cy=\"680000\"/></a:xfrm></p:grpSpPr>"
            + Shape(null, 0, 0, "left below") + "</p:grpSp>";
        var source = await ReadAsync((group + Shape(null, 550, 700, "right below") + Shape(null, 550, 300, "right above") + Shape(null, 50, 300, "left above") + Shape("title", 50, 20, "Two columns"), "", []));
        Assert.Equal(["Two columns", "left above", "right above", "left below", "right below"], source.Blocks.Select(b => b.Text));
    }

    [Fact]
    public async Task Hidden_slides_and_shapes_go_and_are_reported()
    {
        var hidden = Shape(null, 50, 500, "SECRET shape").Replace("name=\"\"", "name=\"\" hidden=\"1\"", StringComparison.Ordinal);
        var source = await ReadAsync(
            (Shape("title", 50, 20, "Seen") + Shape(null, 50, 300, "in full view") + hidden + Shape(null, 1500, 300, "SECRET beside"), "", []),
            (Shape("title", 50, 20, "SECRET slide"), "show=\"0\"", []),
            (Shape("title", 50, 20, "Last") + Shape(null, 50, 300, "of three"), "", []));
        Assert.Equal(["Seen", "in full view", "Last", "of three"], source.Blocks.Select(b => b.Text));
        Assert.Equal([1, 1, 3, 3], source.Blocks.Select(b => b.Lines[0].Slide!.Value));
        Assert.Equal(["hidden-slides", "hidden-text", "little-text"], source.Notes!.Select(n => n.Code).Order());
    }

    [Fact]
    public async Task Tables_keep_their_rows()
    {
        string Cell(string text, string attributes = "") => $"<a:tc {attributes}><a:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>";
        var table = "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"4\" name=\"\"/></p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\"3000000\"/><a:ext cx=\"9000000\" cy=\"900000\"/></p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/>"
            + "<a:tr h=\"1\">" + Cell("Kind") + Cell("Rock") + "</a:tr><a:tr h=\"1\">" + Cell("Igneous", "rowSpan=\"2\"") + Cell("Granite") + "</a:tr><a:tr h=\"1\">" + Cell("", "vMerge=\"1\"") + Cell("Basalt") + "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
        var source = await ReadAsync((Shape("title", 50, 20, "Rocks") + table, "", []));
        Assert.Equal("Kind | Rock\nIgneous | Granite\nIgneous | Basalt", source.Blocks[1].Text);
        Assert.True(source.Blocks[1].HasHeader);
    }

    [Fact]
    public async Task The_top_line_is_the_title_where_a_program_marks_none()
    {
        var source = await ReadAsync((Shape(null, 50, 300, Bullet, ["erosion", "transport"]) + Shape(null, 50, 20, "How sand is made"), "", []));
        Assert.Equal([(BlockKind.Heading, "How sand is made"), (BlockKind.List, "erosion\ntransport")], source.Blocks.Select(b => (b.Kind, b.Text)));
    }

    private static Task<ParsedSource> ReadAsync(params (string, string, string[])[] slides) => Uploaded.ParseAsync("a.pptx", Deck(slides));
}

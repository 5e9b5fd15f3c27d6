using Tutor.Sources;
using Xunit;
using static Tutor.Parsing.Office.OfficeFiles;

namespace Tutor.Parsing.Office;

public sealed class ReadingWordDocuments
{
    private const string Styles = """
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="berschrift1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Section"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Titre3"><w:name w:val="Titre 3"/></w:style>
        <w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
        <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        """;

    private const string Numbering = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        """;

    [Fact]
    public async Task Headings_are_found_by_localised_inherited_and_outlined_styles()
    {
        var source = await ReadAsync(Styled("Contents", "TOC1") + Styled("Rocks", "berschrift1") + Styled("Ores", "Mine") + Styled("Iron", "Outlined") + Styled("Rust", "Titre3")
            + Para("Copper", "<w:outlineLvl w:val=\"3\"/>") + Para("Text of it."));
        Assert.Equal([(1, "Rocks"), (1, "Ores"), (2, "Iron"), (3, "Rust"), (4, "Copper"), (0, "Text of it.")], source.Blocks.Select(b => (b.Level, b.Text)));
    }

    [Fact]
    public async Task Items_gather_to_lists_by_their_numbering()
    {
        var source = await ReadAsync(Item("Quarry", 1, 0) + Item("by hand", 1, 1) + Item("Crush", 1, 0) + Item("granite", 2, 0) + Item("basalt", 2, 0) + Para("• typed mark"));
        Assert.Equal([(true, "Quarry\nby hand\nCrush"), (false, "granite\nbasalt"), (false, "typed mark")], source.Blocks.Select(b => (b.Ordered, b.Text)));
        Assert.All(source.Blocks, b => Assert.Equal(BlockKind.List, b.Kind));
    }

    [Fact]
    public async Task Merged_cells_nested_tables_and_header_rows_come_out_as_rows()
    {
        string Cell(string inner, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>";
        var nested = "<w:tbl><w:tr>" + Cell(Para("inner one")) + Cell(Para("inner two")) + "</w:tr></w:tbl>";
        var source = await ReadAsync("<w:tbl>"
            + "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell(Para("Kind")) + Cell(Para("Rock")) + Cell(Para("Use")) + "</w:tr>"
            + "<w:tr>" + Cell(Para("Igneous"), "<w:vMerge w:val=\"restart\"/>") + Cell(Para("Granite")) + Cell(Para("Paving")) + "</w:tr>"
            + "<w:tr>" + Cell(Para(""), "<w:vMerge/>") + Cell(Para("Basalt") + nested + Para("")) + Cell(Para("Roads") + Para("and rails")) + "</w:tr>"
            + "<w:tr>" + Cell(Para("Others"), "<w:gridSpan w:val=\"2\"/>") + Cell(Para("Lime")) + "</w:tr></w:tbl>");
        Assert.Equal(["Kind | Rock | Use\nIgneous | Granite | Paving\nIgneous | Basalt | Roads and rails\nOthers |  | Lime", "inner one | inner two"], source.Blocks.Select(b => b.Text));
        Assert.True(source.Blocks[0].HasHeader);
    }

    [Fact]
    public async Task Tracked_changes_read_as_if_accepted()
    {
        var source = await ReadAsync("<w:p><w:r><w:t xml:space=\"preserve\">Lava is </w:t></w:r><w:del><w:r><w:delText>cold</w:delText></w:r></w:del><w:ins><w:r><w:t>hot</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
            + Para("One sentence", "<w:rPr><w:del/></w:rPr>") + Para(" in two pieces."));
        Assert.Equal(["Lava is hot.", "One sentence in two pieces."], source.Blocks.Select(b => b.Text));
    }

    [Fact]
    public async Task Hidden_white_and_tiny_runs_go_and_are_reported()
    {
        var source = await ReadAsync(Para("Seen.") + Para("SECRET one", "", "<w:vanish/>") + Para("SECRET two", "", "<w:rStyle w:val=\"Ghost\"/>")
            + Para("SECRET three", "", "<w:color w:val=\"FFFFFF\"/>") + Para("SECRET four", "", "<w:sz w:val=\"2\"/>")
            + Para("White on black.", "<w:shd w:fill=\"000000\"/>", "<w:color w:val=\"FFFFFF\"/>") + Para("Not hidden.", "", "<w:vanish w:val=\"0\"/>"));
        Assert.Equal(["Seen.", "White on black.", "Not hidden."], source.Blocks.Select(b => b.Text));
        Assert.Contains(source.Notes!, n => n.Code == "hidden-text" && n.Message.StartsWith("8 words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_boxes_are_read_once_and_fields_by_their_result()
    {
        var box = "<w:txbxContent>" + Para("Boxed aside.") + "</w:txbxContent>";
        var field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF secret</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>chapter 2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var source = await ReadAsync($"<w:p><w:r><w:t xml:space=\"preserve\">See </w:t></w:r>{field}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        Assert.Equal([(BlockKind.Paragraph, "See chapter 2"), (BlockKind.Note, "Boxed aside.")], source.Blocks.Select(b => (b.Kind, b.Text)));
    }

    [Fact]
    public async Task Footnotes_follow_their_paragraph_captions_and_emphasis_are_kept()
    {
        var source = await Uploaded.ParseAsync("a.docx", WordFile(
            "<w:p><w:r><w:t xml:space=\"preserve\">A </w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t>magma</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> chamber</w:t></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>"
            + Styled("A cut through a volcano", "Caption"), Styles, "", $"<w:footnote w:id=\"3\">{Para("Several kilometres deep.")}</w:footnote>"));
        Assert.Equal([(BlockKind.Paragraph, "A magma chamber"), (BlockKind.Note, "Several kilometres deep."), (BlockKind.Caption, "A cut through a volcano")], source.Blocks.Select(b => (b.Kind, b.Text)));
        Assert.Equal([new TextSpan(2, 13)], source.Blocks[0].Emphasis);
    }

    [Fact]
    public async Task Equations_are_a_line_of_text()
    {
        string Run(string text) => $"<m:r><m:t>{text}</m:t></m:r>";
        var source = await ReadAsync($"<w:p><w:r><w:t xml:space=\"preserve\">Area </w:t></w:r><m:oMath><m:f><m:num><m:sSup><m:e>{Run("r")}</m:e><m:sup>{Run("2")}</m:sup></m:sSup></m:num><m:den>{Run("2 + x")}</m:den></m:f></m:oMath></w:p>");
        Assert.Equal("Area (r^2)/(2 + x)", source.Blocks.Single().Text);
    }

    [Theory]
    [InlineData("mailto:some one@exa mple;other@"), InlineData("http://[broken"), InlineData("file:///C:\\my notes\\a#b#c.docx")]
    public async Task Links_that_lead_nowhere_do_no_harm(string link)
    {
        var source = await Uploaded.ParseAsync("a.docx", WordFile("<w:p><w:hyperlink r:id=\"h\"><w:r><w:t>Linked words.</w:t></w:r></w:hyperlink></w:p>", link: link));
        Assert.Equal("Linked words.", source.Blocks.Single().Text);
    }

    private static Task<ParsedSource> ReadAsync(string body) => Uploaded.ParseAsync("a.docx", WordFile(body, Styles, Numbering));

    private static string Styled(string text, string style) => Para(text, $"<w:pStyle w:val=\"{style}\"/>");

    private static string Item(string text, int number, int level) => Para(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>");
}

using AngleSharp.Dom;
using Tutor.Sources;
using Document = AngleSharp.Html.Dom.IHtmlDocument;

namespace Tutor.Parsing.Html;

/// <summary>Walks a page's tree and keeps the text a reader sees; AngleSharp's types stay in this folder.</summary>
internal sealed class HtmlReader
{
    /// <summary>Real pages nest some 30 elements; past this only the text counts. Guards the stack.</summary>
    private const int Deepest = 200;

    private readonly Blocks blocks;
    private readonly HtmlVisibility visibility;
    private InlineText run;

    private HtmlReader(Blocks blocks, HtmlVisibility visibility)
    {
        this.blocks = blocks;
        this.visibility = visibility;
        run = blocks.Inline();
    }

    /// <returns>The page's own title.</returns>
    /// <exception cref="SourceRefusedException">The page is nested beyond reason.</exception>
    public static string? ReadPage(string html, Blocks blocks)
    {
        if (!HtmlDepth.IsTame(html)) throw new SourceRefusedException(FileFailures.TooDeep);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Read(document, MainContent.Of(document), blocks);
        return document.Title;
    }

    /// <summary>A piece of HTML inside another format.</summary>
    public static void ReadFragment(string html, Blocks blocks)
    {
        if (!HtmlDepth.IsTame(html)) return;
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        if (document.Body is { } body) Read(document, body, blocks);
    }

    private static void Read(Document document, IElement root, Blocks blocks)
    {
        var visibility = new HtmlVisibility(document);
        var reader = new HtmlReader(blocks, visibility);
        reader.ReadChildren(root, BlockKind.Paragraph, emphasised: false, depth: 0);
        reader.Flush(BlockKind.Paragraph);
        blocks.Note(visibility.Note);
    }

    private void ReadChildren(INode parent, BlockKind kind, bool emphasised, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) run.Append(text.Data, emphasised);
            else if (node is IElement element && !visibility.Drops(element)) Read(element, kind, emphasised, depth + 1);
        }
    }

    private void Read(IElement element, BlockKind kind, bool emphasised, int depth)
    {
        if (depth > Deepest)
        {
            run.Append(element.TextContent, emphasised);
            return;
        }
        if (HtmlNames.IsInline(element.LocalName))
        {
            ReadInline(element, kind, emphasised, depth);
            return;
        }
        Flush(kind);
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                ReadChildren(element, BlockKind.Heading, emphasised: false, depth);
                Flush(BlockKind.Heading, level: element.LocalName[1] - '0');
                break;
            case "ul" or "ol" or "menu" when !HtmlLists.IsContainer(element):
                HtmlLists.Read(element, blocks, visibility);
                break;
            case "dl":
                foreach (var block in HtmlLists.Definitions(element, blocks, visibility)) blocks.Add(block);
                break;
            case "table" when !HtmlTables.IsLayout(element):
                HtmlTables.Read(element, blocks, visibility);
                break;
            case "figcaption" or "caption":
                ReadBlock(element, BlockKind.Caption, depth);
                break;
            case "blockquote" or "aside":
                ReadBlock(element, BlockKind.Note, depth);
                break;
            default:
                ReadBlock(element, kind, depth);
                break;
        }
    }

    private void ReadBlock(IElement element, BlockKind kind, int depth)
    {
        ReadChildren(element, kind, emphasised: false, depth);
        Flush(kind);
    }

    private void ReadInline(IElement element, BlockKind kind, bool emphasised, int depth)
    {
        switch (element.LocalName)
        {
            case "br" or "wbr":
                run.Space();
                break;
            case "img":
                Picture(element);
                break;
            case "sup" when HtmlNames.IsNoteMark(element):
                break;
            default:
                ReadChildren(element, kind, emphasised || HtmlNames.IsEmphasis(element.LocalName), depth);
                break;
        }
    }

    /// <summary>In a figure without a caption the picture's description stands for it.</summary>
    private void Picture(IElement picture)
    {
        if (picture.GetAttribute("alt") is not { } alt || !alt.Trim().Contains(' ', StringComparison.Ordinal)) return;
        if (picture.Closest("figure") is not { } figure || figure.QuerySelector("figcaption") is not null) return;
        Flush(BlockKind.Paragraph);
        blocks.Add(BlockKind.Caption, alt);
    }

    private void Flush(BlockKind kind, int level = 0)
    {
        if (run.ToBlock(kind) is { } block)
        {
            var emphasised = block.Emphasis is [var only] && only.Length == block.Text.Length;
            if (kind == BlockKind.Paragraph && Captions.IsCaption(block.Text, emphasised)) block = block with { Kind = BlockKind.Caption };
            blocks.Add(block with { Level = level });
        }
        run = blocks.Inline();
    }
}

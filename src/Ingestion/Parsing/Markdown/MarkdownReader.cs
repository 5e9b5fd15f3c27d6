using System.Text.RegularExpressions;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tutor.Parsing.Html;
using Tutor.Sources;
using Block = Markdig.Syntax.Block;

namespace Tutor.Parsing.Markdown;

/// <summary>Walks Markdig's tree; its types stay in this folder.</summary>
internal sealed partial class MarkdownReader(Blocks blocks)
{
    /// <summary>Fewer words beside a picture are an id, not a caption.</summary>
    private const int LeastAltWords = 2;

    /// <summary>Each is parsed as a page of its own.</summary>
    private const int MostHtmlBlocks = 5000;

    private const int LongestFrontMatter = 4096;

    private int htmlBlocks;

    public string? Title { get; private set; }

    public void Read(MarkdownDocument document) => ReadAll(document, BlockKind.Paragraph);

    /// <param name="kind">What paragraphs are here: in a quote they are notes.</param>
    private void ReadAll(ContainerBlock container, BlockKind kind)
    {
        foreach (var block in container) Read(block, kind);
    }

    private void Read(Block block, BlockKind kind)
    {
        switch (block)
        {
            case YamlFrontMatterBlock matter:
                Title = TitleLine().Match(Head(matter.Lines.ToString())) is { Success: true } line ? line.Groups[1].Value : null;
                break;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or ThematicBreakBlock:
                break;
            case HeadingBlock heading:
                if (Text(heading.Inline).ToBlock(BlockKind.Heading) is { } title) blocks.Add(title with { Level = Math.Clamp(heading.Level, 1, 6) });
                break;
            case ParagraphBlock paragraph:
                blocks.Add(Paragraph(paragraph, kind));
                break;
            case ListBlock list:
                ReadList(list);
                break;
            case Table table:
                blocks.Add(Tables.ToBlocks([.. table.Cast<TableRow>().Select(r => Cells(r))], table.Count > 0 && ((TableRow)table[0]).IsHeader));
                break;
            case HtmlBlock when htmlBlocks++ >= MostHtmlBlocks:
                break;
            case HtmlBlock html:
                HtmlReader.ReadFragment(html.Lines.ToString(), blocks);
                break;
            case CodeBlock code:
                blocks.Add(Listing.ToBlock(code.Lines.ToString(), blocks.Cleaner));
                break;
            case DefinitionItem item:
                blocks.Add(Definition(item));
                break;
            case QuoteBlock or Footnote:
                ReadAll((ContainerBlock)block, BlockKind.Note);
                break;
            case ContainerBlock inner:
                ReadAll(inner, kind);
                break;
        }
    }

    private Sources.Block? Paragraph(ParagraphBlock paragraph, BlockKind kind)
    {
        if (OnlyPicture(paragraph) is { } alt)
            return alt.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= LeastAltWords ? new Sources.Block(BlockKind.Caption, alt) : null;
        var block = Text(paragraph.Inline).ToBlock(kind);
        if (block is null) return null;
        var emphasised = block.Emphasis is [var only] && only.Length == block.Text.Length;
        return Captions.IsCaption(block.Text, emphasised) ? block with { Kind = BlockKind.Caption } : block;
    }

    private string? OnlyPicture(ParagraphBlock paragraph)
    {
        var inlines = paragraph.Inline?.Where(i => i is not LineBreakInline).ToList();
        return inlines is [LinkInline { IsImage: true } picture] ? Text(picture).ToString() : null;
    }

    private void ReadList(ListBlock list)
    {
        var lines = new ItemLines();
        var after = new List<Block>();
        Gather(list, lines, after);
        if (lines.ToBlock(list.IsOrdered) is { } block) blocks.Add(block);
        foreach (var table in after) Read(table, BlockKind.Paragraph);
    }

    /// <summary>One line an item, nested items after the one they stand under; tables inside a list follow it.</summary>
    private void Gather(ListBlock list, ItemLines lines, List<Block> after)
    {
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var text = blocks.Inline();
            GatherItem(item, ref text, lines, after);
            lines.Add(text);
        }
    }

    private void GatherItem(ContainerBlock item, ref InlineText text, ItemLines lines, List<Block> after)
    {
        foreach (var part in item)
        {
            switch (part)
            {
                case ListBlock inner:
                    lines.Add(text);
                    text = blocks.Inline();
                    Gather(inner, lines, after);
                    break;
                case Table or HtmlBlock:
                    after.Add(part);
                    break;
                case CodeBlock code:
                    text.Append(code.Lines.ToString());
                    break;
                case LeafBlock leaf:
                    Append(leaf.Inline, text, emphasised: false);
                    break;
                case ContainerBlock container:
                    GatherItem(container, ref text, lines, after);
                    break;
            }
            text.Space();
        }
    }

    private List<string> Cells(TableRow row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Cast<TableCell>())
        {
            var text = blocks.Inline();
            foreach (var leaf in cell.Descendants<LeafBlock>())
            {
                Append(leaf.Inline, text, emphasised: false);
                text.Space();
            }
            cells.Add(text.ToString());
            cells.AddRange(Enumerable.Repeat("", Math.Max(0, cell.ColumnSpan - 1)));
        }
        return cells;
    }

    private Sources.Block? Definition(DefinitionItem item)
    {
        var text = blocks.Inline();
        foreach (var leaf in item.Descendants<LeafBlock>())
        {
            Append(leaf.Inline, text, emphasised: leaf is DefinitionTerm);
            text.Append(leaf is DefinitionTerm ? ": " : " ");
        }
        return text.ToBlock(BlockKind.Paragraph);
    }

    private static string Head(string text) => text[..Math.Min(text.Length, LongestFrontMatter)];

    private InlineText Text(ContainerInline? inline)
    {
        var text = blocks.Inline();
        Append(inline, text, emphasised: false);
        return text;
    }

    private static void Append(ContainerInline? container, InlineText text, bool emphasised)
    {
        foreach (var inline in container ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.ToString(), emphasised);
                    break;
                case CodeInline code:
                    text.Append(code.Content, emphasised);
                    break;
                case MathInline formula:
                    text.Append($"${formula.Content}$", emphasised);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString(), emphasised);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url, emphasised);
                    break;
                case LineBreakInline or HtmlInline:
                    if (inline is not HtmlInline html || html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase)) text.Space();
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case EmphasisInline { DelimiterChar: '*' or '_' } stressed:
                    Append(stressed, text, emphasised: true);
                    break;
                case ContainerInline inner:
                    Append(inner, text, emphasised);
                    break;
            }
        }
    }

    [GeneratedRegex(@"^title:\s*[""']?(.+?)[""']?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex TitleLine();
}

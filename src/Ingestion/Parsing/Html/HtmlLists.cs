using AngleSharp.Dom;
using Tutor.Sources;

namespace Tutor.Parsing.Html;

/// <summary>Lists of a page: one block, one item a line, nested items after the one they stand under.</summary>
internal static class HtmlLists
{
    private const int Deepest = 100;

    /// <summary>Pages also lay out cards and articles as lists; then the items are read as what they hold.</summary>
    public static bool IsContainer(IElement list) => list.QuerySelector("h1,h2,h3,h4,h5,h6,table,figure") is not null;

    public static void Read(IElement list, Blocks blocks, HtmlVisibility visibility)
    {
        if (IsContents(list)) return;
        var lines = new ItemLines();
        Gather(list, lines, blocks, visibility, 0);
        blocks.Add(lines.ToBlock(list.LocalName == "ol"));
    }

    public static IEnumerable<Block?> Definitions(IElement list, Blocks blocks, HtmlVisibility visibility)
    {
        var text = blocks.Inline();
        var defined = false;
        foreach (var part in list.QuerySelectorAll("dt,dd").Where(e => e.Closest("dl") == list && !visibility.Drops(e)))
        {
            if (part.LocalName == "dt" && defined)
            {
                yield return text.ToBlock(BlockKind.Paragraph);
                text = blocks.Inline();
            }
            defined = part.LocalName == "dd";
            HtmlText.Append(part, text, visibility, emphasised: !defined);
            text.Append(defined ? " " : ": ");
        }
        yield return text.ToBlock(BlockKind.Paragraph);
    }

    private static void Gather(IElement list, ItemLines lines, Blocks blocks, HtmlVisibility visibility, int depth)
    {
        foreach (var item in list.Children.Where(e => !visibility.Drops(e)))
        {
            if (item.LocalName is "ul" or "ol")
            {
                if (depth < Deepest) Gather(item, lines, blocks, visibility, depth + 1);
                continue;
            }
            var text = blocks.Inline();
            HtmlText.Append(item, text, visibility, emphasised: false, skip: "ul,ol");
            lines.Add(text);
            if (depth >= Deepest) continue;
            foreach (var inner in item.QuerySelectorAll("ul,ol").Where(l => l.ParentElement?.Closest("ul,ol") == list && !visibility.Drops(l)))
                Gather(inner, lines, blocks, visibility, depth + 1);
        }
    }

    /// <summary>A list of nothing but links into the page itself is its table of contents.</summary>
    private static bool IsContents(IElement list)
    {
        var items = list.QuerySelectorAll("li");
        return items.Length > 2 && items.All(i => i.QuerySelector("a") is { } link && link.GetAttribute("href")?.StartsWith('#') == true
            && (i.FirstElementChild == link && i.ChildNodes.OfType<IText>().All(t => string.IsNullOrWhiteSpace(t.Data))));
    }
}

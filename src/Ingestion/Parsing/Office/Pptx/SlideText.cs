using DocumentFormat.OpenXml;
using Tutor.Sources;

namespace Tutor.Parsing.Office.Pptx;

/// <summary>Reads the paragraphs of a text body: bullets gather to a list, whole sentences to a paragraph.</summary>
internal sealed class SlideText(Blocks blocks, HiddenWords hidden)
{
    /// <summary>Hundredths of a point: nobody reads it from a wall.</summary>
    private const int TinySize = 200;

    private const double ProseShare = 0.8;

    /// <summary>Words to a line: shorter ones are points, whatever they end with.</summary>
    private const int ProseWords = 6;

    /// <param name="bulleted">Whether a paragraph that says nothing of bullets has one.</param>
    public IEnumerable<Block> Read(OpenXmlElement? body, Func<int, bool> bulleted)
    {
        var gathered = new List<(Block Block, bool Ordered)>();
        foreach (var paragraph in body.Find("p"))
        {
            if (Line(paragraph).ToBlock(BlockKind.Paragraph) is not { } line) continue;
            if (IsBullet(paragraph.Child("pPr"), bulleted) is { } ordered)
            {
                gathered.Add((line, ordered));
                continue;
            }
            foreach (var block in Settle(gathered)) yield return block;
            yield return line;
        }
        foreach (var block in Settle(gathered)) yield return block;
    }

    public InlineText Line(OpenXmlElement? paragraph)
    {
        var text = blocks.Inline();
        Append(paragraph, text, 0);
        return text;
    }

    /// <summary>All paragraphs in one line, as in a title or a cell.</summary>
    public InlineText OneLine(OpenXmlElement? body)
    {
        var text = blocks.Inline();
        foreach (var paragraph in body.Find("p"))
        {
            text.Space();
            Append(paragraph, text, 0);
        }
        return text;
    }

    public static bool EndsSentence(string text) => text.TrimEnd('”', '"', '’', ')', ']') is [.., '.' or '!' or '?' or '…' or '。'];

    /// <summary>Most lines end as sentences do and are as long: prose that was cut up for the slide.</summary>
    public static bool IsProse(IReadOnlyCollection<string> lines) =>
        lines.Count > 0 && lines.Count(EndsSentence) >= ProseShare * lines.Count && lines.Sum(l => l.AsSpan().Count(' ') + 1) >= ProseWords * lines.Count;

    private void Append(OpenXmlElement? parent, InlineText text, int depth)
    {
        if (depth > Xml.Deepest) return;
        foreach (var child in parent?.ChildElements.AsEnumerable() ?? [])
        {
            switch (child.LocalName)
            {
                case "r" when child.Child("rPr") is var look && look.Number("sz") is <= TinySize:
                    hidden.Add(child.Child("t")?.InnerText ?? "");
                    break;
                case "r":
                    text.Append(child.Child("t")?.InnerText ?? "", child.Child("rPr").Attribute("b") is "1" or "true" || child.Child("rPr").Attribute("i") is "1" or "true");
                    break;
                case "fld" when child.Attribute("type") is not "slidenum":
                    text.Append(child.Child("t")?.InnerText ?? "");
                    break;
                case "br" or "tab":
                    text.Space();
                    break;
                case "oMath" or "oMathPara":
                    MathText.Append(child, text);
                    break;
                case "m" or "Choice":
                    Append(child, text, depth + 1);
                    break;
                case "AlternateContent" when child.Chosen() is { } chosen:
                    Append(chosen, text, depth + 1);
                    break;
            }
        }
    }

    /// <returns>Whether the bullet is a number; null without a bullet.</returns>
    private static bool? IsBullet(OpenXmlElement? properties, Func<int, bool> bulleted)
    {
        if (properties.Child("buNone") is not null) return null;
        if (properties.Child("buAutoNum") is not null) return true;
        if (properties.Child("buChar") is not null || properties.Child("buBlip") is not null) return false;
        return bulleted(properties.Number("lvl") ?? 0) ? false : null;
    }

    /// <summary>Points stay a list; whole sentences are the sentences of a paragraph, and are read and cited as such.</summary>
    private static IEnumerable<Block> Settle(List<(Block Block, bool Ordered)> gathered)
    {
        if (gathered.Count == 0) yield break;
        if (!gathered[0].Ordered && IsProse(gathered.ConvertAll(g => g.Block.Text))) yield return Joined(gathered);
        else
        {
            var items = new ItemLines();
            foreach (var (block, _) in gathered) items.Add(block.Text, block.Emphasis);
            yield return items.ToBlock(gathered[0].Ordered)!;
        }
        gathered.Clear();
    }

    private static Block Joined(List<(Block Block, bool Ordered)> gathered)
    {
        var list = new ItemLines();
        foreach (var (block, _) in gathered) list.Add(block.Text, block.Emphasis);
        var joined = list.ToBlock(ordered: false)!;
        return joined with { Kind = BlockKind.Paragraph, Text = joined.Text.Replace('\n', ' ') };
    }
}

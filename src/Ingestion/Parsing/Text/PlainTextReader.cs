using System.Text.RegularExpressions;
using Tutor.Sources;

namespace Tutor.Parsing.Text;

/// <summary>Finds the structure people give to plain text.</summary>
internal static partial class PlainTextReader
{
    private const int LongestHeading = 90, MostHeadingWords = 12;

    public static void Read(string text, Blocks blocks)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd()).ToArray();
        var oneLineParagraphs = LinesAreParagraphs(lines);
        var paragraph = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (i + 1 < lines.Length && UnderlineLevel(lines[i], lines[i + 1]) is { } level)
            {
                Flush(paragraph, blocks);
                blocks.Add(Heading(blocks, lines[i++], level));
            }
            else if (lines[i].Length == 0 || Rule().IsMatch(lines[i]))
            {
                Flush(paragraph, blocks);
            }
            else
            {
                if (oneLineParagraphs && !(Item().IsMatch(lines[i]) && paragraph.Count > 0 && Item().IsMatch(paragraph[^1]))) Flush(paragraph, blocks);
                paragraph.Add(lines[i]);
            }
        }
        Flush(paragraph, blocks);
    }

    private static void Flush(List<string> lines, Blocks blocks)
    {
        if (lines.Count == 0) return;
        if (lines.Count == 1 && HeadingLevel(lines[0].Trim()) is { } level) blocks.Add(Heading(blocks, lines[0], level));
        else
        {
            // A list often follows its first sentence without an empty line between them.
            var first = lines.FindIndex(l => Item().IsMatch(l));
            var items = first < 0 ? 0 : lines.Count(l => Item().IsMatch(l));
            if (items < 2 && first != 0) first = -1;
            if (first != 0) Paragraph(first < 0 ? lines : lines[..first], blocks);
            if (first >= 0) List(lines[first..], blocks);
        }
        lines.Clear();
    }

    private static void Paragraph(List<string> lines, Blocks blocks)
    {
        var text = string.Join(' ', lines);
        blocks.Add(Captions.IsCaption(text.Trim(), emphasised: false) ? BlockKind.Caption : BlockKind.Paragraph, text);
    }

    private static void List(List<string> lines, Blocks blocks)
    {
        var items = new List<InlineText>();
        foreach (var line in lines)
        {
            var mark = Item().Match(line);
            if (mark.Success || items.Count == 0) items.Add(blocks.Inline());
            items[^1].Append((mark.Success ? line[mark.Length..] : line) + " ");
        }
        var text = string.Join('\n', items.Where(i => !i.IsEmpty));
        if (text.Length > 0) blocks.Add(new Block(BlockKind.List, text) { Ordered = Item().Match(lines[0]).Groups["number"].Success });
    }

    private static Block? Heading(Blocks blocks, string line, int level)
    {
        var inline = blocks.Inline();
        inline.Append(line);
        return inline.ToBlock(BlockKind.Heading) is { } heading ? heading with { Level = level } : null;
    }

    private static int? UnderlineLevel(string line, string next) =>
        line.Trim().Length is > 0 and <= LongestHeading && next.Length >= 3 && Underline().IsMatch(next) ? (next.TrimStart()[0] == '=' ? 1 : 2) : null;

    /// <summary>"CHAPTER ONE" and "Chapter 3 The Brain" are 1, "3.1 Human Genetics" is 2; one level deeper a further number.</summary>
    private static int? HeadingLevel(string line)
    {
        if (line.Length is 0 or > LongestHeading || line[^1] is '.' or ',' or ';' or ':' || line.Count(c => c == ' ') >= MostHeadingWords) return null;
        if (Chapter().IsMatch(line)) return 1;
        if (Numbered().Match(line) is { Success: true } number) return Math.Min(6, 1 + number.Groups["number"].Value.Trim('.').Count(c => c == '.'));
        var letters = line.Where(char.IsLetter).ToList();
        return letters.Count >= 4 && letters.TrueForAll(char.IsUpper) ? 1 : null;
    }

    /// <summary>Editors that wrap on screen store a paragraph as one long line, without empty lines between.</summary>
    private static bool LinesAreParagraphs(string[] lines)
    {
        var filled = lines.Where(l => l.Length > 0).ToList();
        return filled.Count > 0 && filled.Count(l => l.Length > 200) > filled.Count / 5;
    }

    [GeneratedRegex(@"^\s*(=+|-+|~+)$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*([-=_*~#]\s?){3,}$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*(?:[-*•‣▪◦–]|(?<number>\(?\d{1,3}[.)]))\s+")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(chapter|part|unit|module|lesson|lecture|section|appendix|kapitel|capítulo|chapitre)\s+([\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(?<number>\d{1,2}(\.\d{1,2})+\.?|\d{1,2}\.?)\s+\p{Lu}")]
    private static partial Regex Numbered();
}

using Tutor.Sources;

namespace Tutor.Parsing;

/// <summary>Many authors make headings by setting a short line in bold. Where a document has no real heading at all, these are its headings.</summary>
public static class PlainHeadings
{
    private const int MostWords = 12;

    public static IReadOnlyList<Block> Promote(List<Block> blocks) =>
        blocks.Exists(b => b.Kind == BlockKind.Heading) ? blocks : [.. blocks.Select((b, i) => IsHeading(blocks, i) ? b with { Kind = BlockKind.Heading, Level = 1, Emphasis = [] } : b)];

    private static bool IsHeading(List<Block> blocks, int i)
    {
        var block = blocks[i];
        return block.Kind == BlockKind.Paragraph
            && block.Emphasis is [var only] && only.Length == block.Text.Length
            && block.Text.Length > 1 && block.Text[^1] is not ('.' or ',' or ';' or ':' or '!')
            && block.Text.Count(c => c == ' ') < MostWords
            && i + 1 < blocks.Count; // a heading stands above something
    }
}

using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>
/// Parts a document at its section headings. A section heading stands in the path of its chunks, not in their text,
/// unless nothing stands under it: then it is text, so that a slide with nothing but a title is found as well.
/// </summary>
internal static class Sections
{
    /// <returns>Ordinals of the blocks of each section, in order; none is empty.</returns>
    public static IReadOnlyList<List<int>> Of(IReadOnlyList<Block> blocks, IReadOnlyList<string>[] paths)
    {
        var level = SectionLevel.Of(blocks);
        var sections = new List<List<int>>();
        List<int>? open = null;
        var bare = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!IsSectionHeading(blocks[i], level))
            {
                if (open is null || bare) sections.Add(open = []);
                bare = false;
                open.Add(i);
            }
            else if (IsBare(i, blocks))
            {
                if (!bare || open is null || !SamePath(i, open[^1], paths)) sections.Add(open = []);
                bare = true;
                open.Add(i);
            }
            else if (bare || open is null || !ContinuesSlide(i, open[^1], blocks, paths))
            {
                open = null;
                bare = false;
            }
        }
        return sections;
    }

    private static bool IsSectionHeading(Block block, int level) => block.Kind == BlockKind.Heading && block.Level <= level;

    private static bool IsBare(int i, IReadOnlyList<Block> blocks) =>
        i + 1 == blocks.Count || IsSectionHeading(blocks[i + 1], blocks[i].Level);

    private static bool SamePath(int a, int b, IReadOnlyList<string>[] paths) => paths[a].SequenceEqual(paths[b]);

    /// <summary>Slides that carry on under the same title are one section.</summary>
    private static bool ContinuesSlide(int heading, int previous, IReadOnlyList<Block> blocks, IReadOnlyList<string>[] paths) =>
        blocks[heading].Lines.Any(l => l.Slide is not null) && paths[previous].SequenceEqual([.. paths[heading], blocks[heading].Text]);
}

using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>The headings above each block, outermost first; a heading's own path ends with its parent.</summary>
internal static class HeadingPaths
{
    public static IReadOnlyList<string>[] Of(IReadOnlyList<Block> blocks)
    {
        var paths = new IReadOnlyList<string>[blocks.Count];
        var open = new List<Block>();
        IReadOnlyList<string> current = [];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind != BlockKind.Heading)
            {
                paths[i] = current;
                continue;
            }
            open.RemoveAll(h => h.Level >= blocks[i].Level);
            paths[i] = [.. open.Select(h => h.Text)];
            open.Add(blocks[i]);
            current = [.. paths[i], blocks[i].Text];
        }
        return paths;
    }
}

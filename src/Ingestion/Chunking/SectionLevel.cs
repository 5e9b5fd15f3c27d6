using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>
/// Which headings part a document into sections that no chunk crosses: the outermost level with more than one heading
/// whose sections a reader takes in at one sitting. The one heading over everything is a title, not a section.
/// </summary>
internal static class SectionLevel
{
    /// <summary>Above this a level names chapters or parts, and the sections are a level deeper.</summary>
    private const int MostWords = 4000;

    /// <summary>Below this a level names items rather than sections, and they are joined under the heading above.</summary>
    private const int FewestWords = 100;

    /// <returns>Headings of this level or further out begin a section; 0 where there are none.</returns>
    public static int Of(IReadOnlyList<Block> blocks)
    {
        int[] levels = [.. blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Level).Distinct().Order()];
        if (levels.Length == 0) return 0;
        var words = blocks.Select(b => WordCount.Of(b.Text)).ToArray();
        var isDeck = blocks.Any(b => b.Lines.Any(l => l.Slide is not null));
        for (var i = 0; i < levels.Length; i++)
        {
            var sizes = SizesAt(levels[i], blocks, words);
            if (sizes.Count < 2 || Typical(sizes) > MostWords) continue;
            return i > 0 && !isDeck && Typical(sizes) < FewestWords ? levels[i - 1] : levels[i];
        }
        return levels[^1];
    }

    private static List<int> SizesAt(int level, IReadOnlyList<Block> blocks, int[] words)
    {
        var sizes = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading && blocks[i].Level <= level) sizes.Add(0);
            if (sizes.Count > 0) sizes[^1] += words[i];
        }
        return sizes;
    }

    /// <summary>Half of all words stand in sections at least this long.</summary>
    private static int Typical(List<int> sizes)
    {
        sizes.Sort();
        long half = sizes.Sum(s => (long)s) / 2, seen = 0;
        return sizes.First(s => (seen += s) >= half);
    }
}

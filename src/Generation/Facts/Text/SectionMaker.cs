using Tutor.Retrieval;

namespace Tutor.Facts;

/// <summary>
/// Parts a course into sections: by the outermost headings that leave at most some thousand words under each, by joining where headings are as frequent
/// as slides, by length where there are none or far too few.
/// </summary>
internal sealed class SectionMaker
{
    /// <summary>Above this a level of headings names chapters, and the sections are a level deeper.</summary>
    private const int MostWords = 5000;

    /// <summary>Below this a heading is a slide's title: neighbours are joined up to <see cref="JoinedWords"/>.</summary>
    private const int FewestWords = 120;
    private const int JoinedWords = 700;
    private const int UnheadedWords = 2000;

    private readonly List<Section> _sections = [];
    private readonly List<int> _sectionOf = [];
    private int _chapters;

    /// <returns>The sections, and for each block the index of its section.</returns>
    public static (IReadOnlyList<Section> Sections, IReadOnlyList<int> SectionOf) Make(IReadOnlyList<TextBlock> blocks)
    {
        var maker = new SectionMaker();
        for (var from = 0; from < blocks.Count;)
        {
            var to = from;
            while (to < blocks.Count && blocks[to].Chunk.SourceId == blocks[from].Chunk.SourceId)
            {
                to++;
            }
            maker.Add([.. blocks.Skip(from).Take(to - from)]);
            from = to;
        }
        return (maker._sections, maker._sectionOf);
    }

    private void Add(IReadOnlyList<TextBlock> source)
    {
        var words = source.Select(b => WordCount.Of(b.Text)).ToArray();
        var depth = DepthOf(source, words);
        var groups = Groups(source, words, depth);
        string? chapter = null;
        foreach (var (from, to) in groups)
        {
            var path = source[from].Headings.Take(depth).ToList();
            var outer = depth > 1 && path.Count > 0 ? path[0] : "";
            if (chapter != outer)
            {
                _chapters++;
                chapter = outer;
            }
            Add(source, words, from, to, path);
        }
    }

    private void Add(IReadOnlyList<TextBlock> source, int[] words, int from, int to, List<string> path)
    {
        var own = source.Skip(from).Take(to - from).ToList();
        var title = path.Count > 0 ? HeadingText.Plain(path[^1]) : "";
        var headings = own.SelectMany(b => b.Headings.Skip(path.Count)).Concat(own.Where(b => b.Headings.Count == path.Count && b.Headings.Count > 0).Select(b => b.Headings[^1]))
            .Select(HeadingText.Plain).Where(h => h != title).Distinct(StringComparer.Ordinal).ToList();
        var role = path.Select(HeadingText.RoleOf).LastOrDefault(r => r != SectionRole.Body);
        _sections.Add(new Section(_sections.Count, own[0].Chunk.SourceId, path, _chapters - 1, words[from..to].Sum(), title, headings) { Role = role });
        _sectionOf.AddRange(Enumerable.Repeat(_sections.Count - 1, to - from));
    }

    private static int DepthOf(IReadOnlyList<TextBlock> source, int[] words)
    {
        var deepest = source.Max(b => b.Headings.Count);
        for (var depth = 1; depth < deepest; depth++)
        {
            var sizes = source.Zip(words).GroupBy(x => string.Join('\n', x.First.Headings.Take(depth)), x => x.Second, StringComparer.Ordinal).Select(g => g.Sum()).Order().ToList();
            if (sizes.Count > 1 && sizes.Average() <= MostWords)
            {
                return depth;
            }
        }
        return deepest;
    }

    private static List<(int From, int To)> Groups(IReadOnlyList<TextBlock> source, int[] words, int depth)
    {
        var groups = new List<(int From, int To)>();
        for (var i = 0; i < source.Count; i++)
        {
            var same = groups.Count > 0 && SamePath(source[groups[^1].From], source[i], depth);
            if (same && (words[groups[^1].From..i].Sum() < (source[i].Headings.Count > 0 ? MostWords : UnheadedWords) || source[i].Chunk == source[i - 1].Chunk))
            {
                groups[^1] = (groups[^1].From, i + 1);
            }
            else
            {
                groups.Add((i, i + 1));
            }
        }
        return groups.Count > 3 && words.Sum() / groups.Count < FewestWords ? Join(source, words, groups) : groups;
    }

    private static bool SamePath(TextBlock a, TextBlock b, int depth) => a.Headings.Take(depth).SequenceEqual(b.Headings.Take(depth), StringComparer.Ordinal);

    private static List<(int From, int To)> Join(IReadOnlyList<TextBlock> source, int[] words, List<(int From, int To)> groups)
    {
        var joined = new List<(int From, int To)>();
        foreach (var group in groups)
        {
            var special = group.From < source.Count && source[group.From].Headings.Any(h => HeadingText.RoleOf(h) != SectionRole.Body);
            if (joined.Count > 0 && !special && words[joined[^1].From..joined[^1].To].Sum() < JoinedWords && source[joined[^1].From].Headings.All(h => HeadingText.RoleOf(h) == SectionRole.Body))
            {
                joined[^1] = (joined[^1].From, group.To);
            }
            else
            {
                joined.Add(group);
            }
        }
        return joined;
    }
}

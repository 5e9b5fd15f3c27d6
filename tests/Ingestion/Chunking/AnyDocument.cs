using System.Text;
using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>Documents of every shape, the same for the same seed: headings of all levels, long and short blocks, lines, emphasis, other scripts.</summary>
internal static class AnyDocument
{
    private static readonly string[] Vocabulary =
        ["memory", "the", "of", "neuron", "Dr.", "3.14", "encodes", "(Smith,", "2019)", "naïve", "記憶は脳に保存される。", "don't", "e.g.", "𝒳", "well-known"];

    public static List<Block> Of(int seed)
    {
        var random = new Random(seed);
        var slides = seed % 4 == 3;
        var blocks = new List<Block>();
        for (var n = random.Next(1, 40); n > 0; n--) blocks.Add(ABlock(random, slides ? blocks.Count / 3 + 1 : null));
        return blocks;
    }

    private static Block ABlock(Random random, int? slide)
    {
        var kind = (BlockKind)random.Next(6);
        var text = kind switch
        {
            BlockKind.Heading => Words(random, random.Next(1, 6)),
            BlockKind.List or BlockKind.Table => string.Join('\n', Enumerable.Range(0, random.Next(1, 60)).Select(_ => Words(random, random.Next(1, 20)))),
            _ => string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => Words(random, random.Next(1, 40)) + (random.Next(4) == 0 ? "" : "."))),
        };
        if (kind != BlockKind.Heading && random.Next(40) == 0) text = new string('x', 20_000);
        return new Block(kind, text)
        {
            Level = kind == BlockKind.Heading ? random.Next(1, 5) : 0,
            HasHeader = kind == BlockKind.Table,
            Lines = Lines(random, text, slide),
            Emphasis = [new TextSpan(0, random.Next(1, text.Length + 1))],
        };
    }

    private static string Words(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(i > 0 ? " " : "").Append(Vocabulary[random.Next(Vocabulary.Length)]);
        return text.ToString();
    }

    private static List<Line> Lines(Random random, string text, int? slide)
    {
        var lines = new List<Line>();
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(text.Length - start, random.Next(20, 90));
            lines.Add(new Line(start, length, Page: slide is null ? lines.Count / 10 + 1 : null, Slide: slide));
            start += length + random.Next(2);
        }
        return lines;
    }
}

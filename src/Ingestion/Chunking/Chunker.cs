using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>
/// Makes the chunks of a source: whole paragraphs, lists and tables joined to about <see cref="TargetWords"/> words inside one section.
/// Pure: the same blocks give the same chunks under the same ids.
/// </summary>
public static class Chunker
{
    /// <summary>
    /// A paragraph or two. Over two textbooks 120, 150 and 200 words find the right section alike (nDCG within .01), but of what a first
    /// passage shows, .56 and .53 is the evidence with 130 words (intersection over union), .51 and .41 with 200.
    /// </summary>
    internal const int TargetWords = 130;

    /// <summary>Longer blocks are cut, and nothing is joined beyond it.</summary>
    internal const int MostWords = 350;

    public static IReadOnlyList<Chunk> Chunk(Guid courseId, Guid sourceId, IReadOnlyList<Block> blocks)
    {
        var paths = HeadingPaths.Of(blocks);
        var assembly = new ChunkAssembly(courseId, sourceId, blocks, paths);
        var chunks = new List<Chunk>();
        var units = new Units(blocks);
        foreach (var section in Sections.Of(blocks, paths))
        {
            var row = units.Of(section);
            foreach (var range in Packing.Pack([.. row.Select(u => new PackItem(u.Words, units.OpensWithHeading(u)))], TargetWords, MostWords))
                chunks.Add(assembly.Assemble(chunks.Count, row.Take(range).SelectMany(u => u.Pieces)));
        }
        return chunks;
    }
}

using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>Tables that are collections of data: searched, but no learner is asked what stands in row 1,207.</summary>
public sealed class DataTables
{
    /// <summary>Tables that teach have fewer rows.</summary>
    private const int MostRows = 40;

    private readonly HashSet<(Guid Source, int Block)> _blocks;

    private DataTables(HashSet<(Guid, int)> blocks) => _blocks = blocks;

    /// <param name="chunks">All chunks of their sources: a long table is cut into many.</param>
    public static DataTables Of(IEnumerable<Chunk> chunks) => new([.. chunks
        .SelectMany(c => c.Parts.Where(p => p.Kind == BlockKind.Table).Select(p => (Key: (c.SourceId, p.Block), Rows: Rows(c, p))))
        .GroupBy(t => t.Key, t => t.Rows)
        .Where(g => g.Sum() > MostRows)
        .Select(g => g.Key)]);

    public bool Holds(Chunk chunk, ChunkPart part) => _blocks.Contains((chunk.SourceId, part.Block));

    /// <summary>True for a chunk that is nothing but such a table.</summary>
    public bool IsData(Chunk chunk) => _blocks.Count > 0 && chunk.Parts.Any(p => Holds(chunk, p)) && chunk.Parts.All(p => p.Kind == BlockKind.Heading || Holds(chunk, p));

    /// <summary>Rows of a table, or of the piece of it that stands in a chunk.</summary>
    public static int Rows(Chunk chunk, ChunkPart part) => chunk.Text.AsSpan(part.Start, part.Length).Count('\n') + 1;
}

using Tutor.Sources;

namespace Tutor;

/// <summary>Small chunks of text for tests of what is written from them.</summary>
internal static class Make
{
    public static readonly Guid Course = new("00000000-0000-0000-0000-00000000c0de");

    public static Chunk Chunk(string text, string[]? headings = null, int ordinal = 0, BlockKind kind = BlockKind.Paragraph, int source = 1)
    {
        var parts = new List<ChunkPart>();
        var start = 0;
        foreach (var part in text.Split("\n\n"))
        {
            parts.Add(new ChunkPart(kind, start, part.Length, (ordinal * 100) + parts.Count));
            start += part.Length + 2;
        }
        return new Chunk
        {
            Id = new Guid(ordinal + 1, (short)source, 0, new byte[8]),
            CourseId = Course,
            SourceId = new Guid(0, (short)source, 0, new byte[8]),
            Ordinal = ordinal,
            Text = text,
            Headings = headings ?? [],
            Parts = parts,
            Lines = [],
            Words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
            Hash = $"{source}-{ordinal}-{text.Length}",
        };
    }
}

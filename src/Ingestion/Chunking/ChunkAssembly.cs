using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tutor.Data;
using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Chunking;

/// <summary>Writes pieces one below the other and moves their lines and emphasis to the places they have in the chunk's text.</summary>
internal sealed class ChunkAssembly(Guid courseId, Guid sourceId, IReadOnlyList<Block> blocks, IReadOnlyList<string>[] paths)
{
    /// <summary>An empty line between parts.</summary>
    private const string Between = "\n\n";

    public Chunk Assemble(int ordinal, IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        var parts = new List<ChunkPart>();
        var lines = new List<Line>();
        var first = -1;
        foreach (var piece in Joined(pieces))
        {
            if (first < 0) first = piece.Block;
            else text.Append(Between);
            var block = blocks[piece.Block];
            parts.Add(PartOf(block, piece, text.Length));
            lines.AddRange(LinesOf(block, piece, text.Length));
            text.Append(block.Text, piece.Start, piece.End - piece.Start);
        }
        return Chunk(ordinal, text.ToString(), paths[first], parts, lines);
    }

    private Chunk Chunk(int ordinal, string text, IReadOnlyList<string> headings, List<ChunkPart> parts, List<Line> lines)
    {
        var hash = HashOf(headings, text);
        return new Chunk
        {
            Id = NamedGuid.Create(sourceId, string.Create(CultureInfo.InvariantCulture, $"{ordinal}:{hash}")),
            CourseId = courseId,
            SourceId = sourceId,
            Ordinal = ordinal,
            Text = text,
            Headings = headings,
            Parts = parts,
            Lines = lines,
            Words = WordCount.Of(text),
            Hash = hash,
        };
    }

    /// <summary>Pieces of one block that meet again in one chunk become one part, with the white space that stood between them.</summary>
    private static List<Piece> Joined(IEnumerable<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Block == piece.Block) joined[^1] = joined[^1] with { End = piece.End };
            else joined.Add(piece);
        }
        return joined;
    }

    private static ChunkPart PartOf(Block block, Piece piece, int offset) =>
        new(block.Kind, offset, piece.End - piece.Start, piece.Block)
        {
            Level = block.Level,
            Ordered = block.Ordered,
            HasHeader = block.HasHeader && piece.Start == 0,
            Emphasis = [.. block.Emphasis
                .Where(e => e.Start < piece.End && e.End > piece.Start)
                .Select(e => Within(piece, e))
                .Select(e => new TextSpan(e.Start - piece.Start + offset, e.Length))],
        };

    private static IEnumerable<Line> LinesOf(Block block, Piece piece, int offset) =>
        from line in block.Lines
        where line.Start < piece.End && line.End > piece.Start
        let span = Within(piece, new TextSpan(line.Start, line.Length))
        select line with { Start = span.Start - piece.Start + offset, Length = span.Length };

    private static TextSpan Within(Piece piece, TextSpan span)
    {
        var start = Math.Max(span.Start, piece.Start);
        return new TextSpan(start, Math.Min(span.End, piece.End) - start);
    }

    private static string HashOf(IReadOnlyList<string> headings, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headings) + Between + text)));
}

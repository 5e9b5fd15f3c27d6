namespace Tutor.Sources;

/// <summary>
/// The span of a source that is embedded, found and cited: whole paragraphs, lists and tables, a paragraph or two of text, never across a top-level heading.
/// </summary>
public sealed class Chunk
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public Guid SourceId { get; init; }

    /// <summary>Place in the source, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>What is shown and cited; parts are separated by an empty line.</summary>
    public required string Text { get; init; }

    /// <summary>Heading path above the chunk's first part, outermost first.</summary>
    public required IReadOnlyList<string> Headings { get; init; }
    public required IReadOnlyList<ChunkPart> Parts { get; init; }

    /// <summary>In characters of <see cref="Text"/>.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }
    public int Words { get; init; }

    /// <summary>SHA-256 of heading path and text, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What is embedded and indexed: the heading path above the text.</summary>
    public string IndexedText => Indexed(Headings, Text);

    public static string Indexed(IReadOnlyList<string> headings, string text) =>
        headings.Count == 0 ? text : string.Join(" > ", headings) + "\n" + text;

    /// <summary>Where a stretch of the text stands.</summary>
    public Locator Locate(int start, int length) => Locator.Of(LinesIn(start, length), Headings);

    public Locator Locate() => Locator.Of(Lines, Headings);

    public IReadOnlyList<Line> LinesIn(int start, int length) => [.. Lines.Where(l => l.Start < start + length && l.End > start)];
}

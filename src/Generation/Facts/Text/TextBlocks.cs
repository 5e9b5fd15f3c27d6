using Tutor.Retrieval;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>Lays the chunks of a course out as blocks, each with its full heading path. A heading over a list of objectives ends with the list: what follows is the section's own text.</summary>
internal static class TextBlocks
{
    /// <summary>A longer paragraph is no line of a list, nor the words that announce one.</summary>
    private const int MostWordsOfLine = 40;

    public static IReadOnlyList<TextBlock> Of(IReadOnlyList<Chunk> chunks)
    {
        var blocks = new List<TextBlock>();
        var levels = new Dictionary<(Guid, string), int>();
        var ended = new HashSet<(Guid, string)>();
        foreach (var chunk in chunks)
        {
            var path = chunk.Headings.ToList();
            foreach (var part in chunk.Parts)
            {
                if (part.Kind == BlockKind.Heading)
                {
                    var text = chunk.Text.Substring(part.Start, part.Length).Trim();
                    path.RemoveAll(h => levels.GetValueOrDefault((chunk.SourceId, h)) >= part.Level);
                    path.Add(text);
                    levels[(chunk.SourceId, text)] = part.Level;
                }
                else if (part.Length > 0 && !Imprint.Is(chunk.Text.Substring(part.Start, part.Length)))
                {
                    blocks.Add(new TextBlock(chunk, part, Under(path, chunk, part, ended), blocks.Count));
                }
            }
        }
        return blocks;
    }

    private static IReadOnlyList<string> Under(List<string> path, Chunk chunk, ChunkPart part, HashSet<(Guid, string)> ended)
    {
        if (path.Count == 0 || !HeadingText.AnnouncesObjectives(path[^1]))
        {
            return [.. path];
        }
        var place = (chunk.SourceId, string.Join('\n', path));
        if (part.Kind == BlockKind.List || part.Kind == BlockKind.Paragraph && WordCount.Of(chunk.Text.AsSpan(part.Start, part.Length)) <= MostWordsOfLine)
        {
            return ended.Contains(place) ? path[..^1] : [.. path];
        }
        ended.Add(place);
        return path[..^1];
    }
}

using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>Lays the chunks of a course out as blocks, each with its full heading path.</summary>
internal static class TextBlocks
{
    public static IReadOnlyList<TextBlock> Of(IReadOnlyList<Chunk> chunks)
    {
        var blocks = new List<TextBlock>();
        var levels = new Dictionary<(Guid, string), int>();
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
                    blocks.Add(new TextBlock(chunk, part, [.. path], blocks.Count));
                }
            }
        }
        return blocks;
    }
}

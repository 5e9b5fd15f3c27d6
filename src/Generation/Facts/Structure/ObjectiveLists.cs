using System.Text.RegularExpressions;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>Lists under "Learning Objectives" or "you will be able to:", line by line.</summary>
internal static partial class ObjectiveLists
{
    private const int FewestWords = 2, MostWords = 40;

    public static IReadOnlyList<PrintedObjective> Find(CourseText course)
    {
        var found = new List<PrintedObjective>();
        TextBlock? before = null;
        foreach (var block in course.Blocks)
        {
            if (block.Part.Kind is BlockKind.List or BlockKind.Paragraph && (Announces(before, block) || block.Headings.Count > 0 && HeadingText.AnnouncesObjectives(block.Headings[^1])))
            {
                var section = TaughtIn(course, course.SectionFor(block));
                found.AddRange(GlossaryRows.Lines(block).Select(line => Read(block, line, section)).OfType<PrintedObjective>());
            }
            before = block;
        }
        return found;
    }

    private static bool Announces(TextBlock? before, TextBlock block) => block.Part.Kind == BlockKind.List && before is { Part.Kind: BlockKind.Paragraph or BlockKind.Heading } && before.Chunk.SourceId == block.Chunk.SourceId
        && before.Text.Length < 200 && HeadingText.AnnouncesObjectives(before.Text.Trim());

    /// <summary>A list that is a section of its own belongs to the one behind it.</summary>
    private static Section TaughtIn(CourseText course, Section section) => section.Role == SectionRole.Body ? section
        : course.Sections.Skip(section.Index + 1).FirstOrDefault(s => s.Role == SectionRole.Body && s.SourceId == section.SourceId) ?? section;

    private static PrintedObjective? Read(TextBlock block, TextSpan line, Section section)
    {
        var text = Bullet().Replace(block.Chunk.Text.Substring(line.Start, line.Length), "").Trim().TrimEnd('.', ';', ',');
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return words is < FewestWords or > MostWords || text.EndsWith(':') || text.EndsWith('?') ? null : new PrintedObjective(section, text, new Evidence(block.Chunk, line.Start, line.Length));
    }

    [GeneratedRegex(@"^(?:[-*•‣◦·–]|\(?\d{1,2}(?:\.\d+)*[.)]|\(?[a-z][.)])\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Bullet();
}

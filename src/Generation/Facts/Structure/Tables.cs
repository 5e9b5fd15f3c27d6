using System.Text.RegularExpressions;
using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>Rows of tables with a header: what stands in each cell under its column, said of the row's label.</summary>
internal static partial class Tables
{
    private const int MostWordsOfLabel = 6, MostWordsOfCell = 24;

    public static IEnumerable<PlacedFact> Find(TextBlock block, Section section, PatternContext context)
    {
        if (block.Part.Kind != BlockKind.Table || section.Role == SectionRole.Apparatus)
        {
            yield break;
        }
        var lines = GlossaryRows.Lines(block);
        var rows = lines.Select(l => block.Chunk.Text.Substring(l.Start, l.Length).Split('|').Select(c => c.Trim()).ToArray()).ToList();
        if (rows.Count < 3 || rows[0].Length < 2 || rows.Any(r => r.Length != rows[0].Length) || !block.Part.HasHeader)
        {
            yield break;
        }
        // An empty corner: what the columns are headed by is what the rows speak of.
        if (rows[0][0].Length == 0)
        {
            yield break;
        }
        for (var r = 1; r < rows.Count; r++)
        {
            var label = rows[r][0];
            if (label.Length == 0 || label.Split(' ').Length > MostWordsOfLabel || rows.Count(x => x[0] == label) > 1 || label.EndsWith('.') || Quantity().IsMatch(label))
            {
                continue;
            }
            for (var c = 1; c < rows[r].Length; c++)
            {
                if (Cell(rows[0], rows[r], c, context) is { } found)
                {
                    yield return new PlacedFact(found, new Evidence(block.Chunk, lines[r].Start, lines[r].Length), section, block.Headings.Count > 0 ? HeadingText.Plain(block.Headings[^1]) : "", string.Join(" | ", rows[r]));
                }
            }
        }
    }

    private static Found? Cell(string[] header, string[] row, int column, PatternContext context)
    {
        var (name, text) = (header[column].Split(':')[0].Trim(), row[column].TrimEnd('.'));
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (name.Length == 0 || header.Contains(row[column], StringComparer.OrdinalIgnoreCase) || name.Split(' ').Length > MostWordsOfLabel || words is 0 or > MostWordsOfCell || text is "-" or "–" or "—")
        {
            return null;
        }
        var label = context.Casing.Term(row[0], opening: context.Casing.Knows(row[0].Split(' ')[0].ToLowerInvariant()));
        var term = new TermPhrase(label, context.Keys.Of(label), false, "");
        if (term.Key.Length == 0)
        {
            return null;
        }
        var value = Quantity().Match(text);
        if (value.Success)
        {
            return new Found(FactKind.Number, term, text, "table-row", 0.8) { Other = name, Value = value.Groups["value"].Value, Unit = value.Groups["unit"].Value };
        }
        return Meaning().IsMatch(name)
            ? new Found(FactKind.Definition, term, Spelling.Small(text, context.Casing.IsName), "table-row", 0.85) { Verb = "is", Other = name }
            : new Found(FactKind.Property, term, text, "table-row", 0.8) { Other = name };
    }

    [GeneratedRegex(@"^[~<>≈$€£]?\s*(?<value>\d[\d,.]*)\s*(?<unit>%|[\p{L}/°²³]{0,12}(?: [\p{L}/]{1,12})?)$")]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(?:definition|meaning|description|explanation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Meaning();
}

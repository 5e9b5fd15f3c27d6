using System.Text.RegularExpressions;
using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>"term: definition" and "term – definition", one a line or paragraph: glossaries, lists of terms, and paragraphs that open with an emphasised term.</summary>
internal static partial class GlossaryRows
{
    /// <summary>Half of a list's lines must have the form before any of them counts.</summary>
    private const double FewestShare = 0.6;

    public static IEnumerable<PlacedFact> Find(TextBlock block, Section section, PatternContext context, SentenceReader reader)
    {
        if (block.Part.Kind is not (BlockKind.Paragraph or BlockKind.List or BlockKind.Note) || section.Role == SectionRole.Apparatus)
        {
            return [];
        }
        var lines = Lines(block);
        var rows = lines.Select(l => (Line: l, Match: Row().Match(block.Chunk.Text, l.Start, l.Length))).Where(x => x.Match.Success).ToList();
        var emphasised = block.Part.Emphasis.Any(e => e.Start <= block.Part.Start + 2);
        var accepted = section.Role == SectionRole.Glossary || (block.Part.Kind == BlockKind.List ? lines.Count > 1 && rows.Count >= FewestShare * lines.Count : emphasised && rows.Count == 1);
        return accepted ? rows.Select(r => Place(r.Line, r.Match, block, section, context, reader)).OfType<PlacedFact>() : [];
    }

    private static PlacedFact? Place(TextSpan line, Match row, TextBlock block, Section section, PatternContext context, SentenceReader reader)
    {
        var (name, said) = (row.Groups["term"].Value.Trim(), row.Groups["said"].Value.Trim());
        var tokens = PlainTokens.Of(reader.ReadOne(name).Tokens);
        if (tokens.Count is 0 or > 7 || said.Length < 12)
        {
            return null;
        }
        var text = Spelling.Small(new Phrase(tokens, 0, tokens.Count).Text, context.Casing.IsName);
        var term = new TermPhrase(text, context.Keys.Of(text), tokens[^1].Form == WordForm.Plural, "");
        var definition = reader.Read(said, 0, said.Length);
        var first = definition.Count > 0 ? Predicate.Text(Whole(PlainTokens.Of(definition[0].Tokens)), fewest: 3) : null;
        if (first is null || term.Key.Length == 0)
        {
            return null;
        }
        var sure = section.Role == SectionRole.Glossary ? 1.0 : 0.8;
        var found = new Found(FactKind.Definition, term, Spelling.Small(first, context.Casing.IsName), section.Role == SectionRole.Glossary ? "glossary" : "row", sure) { Verb = "is" };
        return new PlacedFact(found, new Evidence(block.Chunk, line.Start, line.Length), section, block.Headings.Count > 0 ? HeadingText.Plain(block.Headings[^1]) : "", block.Chunk.Text.Substring(line.Start, line.Length));
    }

    private static Phrase Whole(IReadOnlyList<Token> tokens) => new(tokens, 0, tokens.Count > 0 && tokens[^1].Text == "." ? tokens.Count - 1 : tokens.Count);

    internal static List<TextSpan> Lines(TextBlock block)
    {
        var lines = new List<TextSpan>();
        for (var at = block.Part.Start; at < block.Part.End;)
        {
            var end = block.Chunk.Text.IndexOf('\n', at, block.Part.End - at);
            end = end < 0 ? block.Part.End : end;
            var (from, to) = (at, end);
            while (from < to && char.IsWhiteSpace(block.Chunk.Text[from]))
            {
                from++;
            }
            while (to > from && char.IsWhiteSpace(block.Chunk.Text[to - 1]))
            {
                to--;
            }
            if (to > from)
            {
                lines.Add(new TextSpan(from, to - from));
            }
            at = end + 1;
        }
        return lines;
    }

    [GeneratedRegex(@"^(?<term>[^\s:–—.?!][^:–—.?!\n]{1,60}?)(?:\s*:\s+|\s+[–—-]\s+|\s*—\s*)(?<said>\S[^\n]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}

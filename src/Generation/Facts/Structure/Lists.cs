using System.Text.RegularExpressions;
using Tutor.Language;
using Tutor.Sources;

namespace Tutor.Facts;

/// <summary>Lists under words that say what they list: parts and kinds ("The types of X are:"), or steps where the list is numbered.</summary>
internal static partial class Lists
{
    private const int MostWordsOfMember = 9, MostWordsOfStep = 25, MostItems = 10;

    public static PlacedFact? Find(TextBlock block, TextBlock? before, Section section, PatternContext context, SentenceReader reader)
    {
        if (block.Part.Kind != BlockKind.List || section.Role is not (SectionRole.Body or SectionRole.Summary))
        {
            return null;
        }
        var lines = GlossaryRows.Lines(block);
        if (lines.Count is < 2 or > MostItems)
        {
            return null;
        }
        var items = lines.Select(l => Number().Replace(block.Chunk.Text.Substring(l.Start, l.Length), "").TrimEnd('.', ';', ',')).ToList();
        var longest = items.Max(i => i.Split(' ').Length);
        var heading = block.Headings.Count > 0 ? HeadingText.Plain(block.Headings[^1]) : "";
        var intro = before is { Part.Kind: BlockKind.Paragraph } && before.Chunk == block.Chunk && before.Text.TrimEnd().EndsWith(':') ? reader.Read(before.Chunk.Text, before.Part.Start, before.Part.Length)[^1] : null;
        if (Subject(intro, heading, context, reader) is not { } term || longest > (block.Part.Ordered ? MostWordsOfStep : MostWordsOfMember))
        {
            return null;
        }
        var steps = block.Part.Ordered && (Steps().IsMatch(intro?.Text ?? "") || Steps().IsMatch(heading));
        var kind = steps ? FactKind.Process : FactKind.Enumeration;
        var found = new Found(kind, term, string.Join(", ", items), steps ? "steps" : "list", intro is null ? 0.6 : 0.8) { Members = [.. items.Select(i => Spelling.Small(i, context.Casing.IsName))], Plural = true };
        var start = intro?.Start ?? block.Part.Start;
        return new PlacedFact(found, new Evidence(block.Chunk, start, block.Part.End - start), section, heading, intro?.Text ?? heading);
    }

    private static TermPhrase? Subject(Sentence? intro, string heading, PatternContext context, SentenceReader reader)
    {
        if (intro is not null)
        {
            var tokens = PlainTokens.Of(intro.Tokens);
            var of = -1;
            for (var i = 1; i < tokens.Count - 1; i++)
            {
                of = tokens[i].Lower is "of" ? i : of;
            }
            var end = of < 0 ? -1 : NounPhrases.EndOf(tokens, of + 1);
            if (end > of + 1 && context.Terms.Read(new Phrase(tokens, of + 1, end)) is { } after)
            {
                return after;
            }
            if (ClauseReader.Read(tokens) is { } clause && context.Terms.Read(clause.Subject) is { } subject)
            {
                return subject;
            }
        }
        var named = reader.ReadOne(heading).Tokens;
        return named.Count > 0 ? context.Terms.Read(new Phrase(named, 0, named.Count), lenient: true) : null;
    }

    [GeneratedRegex(@"\b(?:steps?|stages?|process|procedure|sequence|phases?|order|how to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^\(?(?:\d{1,2}|[a-z])[.)]\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}

using Tutor.Language;

namespace Tutor.Facts;

/// <summary>Reads "a, b, and c" into its members.</summary>
internal static class Members
{
    /// <returns>Members without articles, in order; empty where the stretch is no clean row of noun phrases.</returns>
    public static IReadOnlyList<string> Of(Phrase row, Casing casing, int fewest = 2)
    {
        var members = new List<string>();
        var from = 0;
        var joined = false;
        for (var i = 0; i <= row.Count; i++)
        {
            var ends = i == row.Count || row[i].Text is "," or ";" || row[i].Is(PartOfSpeech.Conjunction) && row[i].Lower is "and" or "or" && (Separates(row, i) || i > 0 && row[i - 1].Text is "," or ";");
            if (!ends)
            {
                continue;
            }
            joined |= i < row.Count && row[i].Is(PartOfSpeech.Conjunction);
            if (i > from && Member(row.Slice(from, i), casing) is { } member)
            {
                members.Add(member);
            }
            else if (i > from)
            {
                return [];
            }
            from = i + 1;
        }
        return members.Count >= fewest && (joined || members.Count > 2) && members.Distinct(StringComparer.OrdinalIgnoreCase).Count() == members.Count ? members : [];
    }

    /// <summary>In "a, b, and c" only what stands at a comma or alone between two phrases parts members; "trial and error" does not part within them.</summary>
    private static bool Separates(Phrase row, int conjunction) => !row.Any(t => t.Text is "," or ";") && row.Each().Count(t => t.Is(PartOfSpeech.Conjunction)) == 1 && conjunction > 0
        || row.Each().Skip(conjunction + 1).All(t => t.Text is not ("," or ";")) && row.Each().Take(conjunction).Any(t => t.Text == ",") && !row.Each().Any(t => t.Text == "," && false) && LastComma(row) is var comma && !row.Slice(comma + 1, row.Count).Each().Any(t => t.Is(PartOfSpeech.Conjunction) && t != row[conjunction]);

    private static int LastComma(Phrase row)
    {
        for (var i = row.Count - 1; i >= 0; i--)
        {
            if (row[i].Text is "," or ";")
            {
                return i;
            }
        }
        return -1;
    }

    private static string? Member(Phrase part, Casing casing)
    {
        var from = 0;
        while (from < part.Count && (part[from].Tag is PartOfSpeech.Determiner && part[from].Lower is "a" or "an" or "the" || part[from].Tag is PartOfSpeech.Conjunction || part[from].Text is "(" or "“" || part[from].Is(PartOfSpeech.Number) && part.Count > 1 && part[from].Text.Length < 3))
        {
            from++;
        }
        part = part.Slice(from, part.Count);
        if (part.IsEmpty || part.Count > 7 || part.Any(t => t.IsFinite || t.Tag is PartOfSpeech.Pronoun or PartOfSpeech.Subordinator || t.Text is ":" or "—" or "?" || t.Is(PartOfSpeech.Determiner) && t.Lower is not ("a" or "an" or "the") || t.Lower is "so" or "more" or "others" or "other" or "etc"))
        {
            return null;
        }
        var end = NounPhrases.EndOf(part.Tokens, part.From);
        if (end == part.From)
        {
            return null;
        }
        return Spelling.Small(part.Text.Trim('“', '”', ' ', '"', '.', ','), casing.IsName);
    }
}

namespace Tutor.Parsing.Pdf;

/// <summary>Recognises headings by size, weight and number, and ranks them.</summary>
internal sealed class Headings(Layout layout, Flow flow)
{
    private const double Larger = 1.12;
    private const int MostWordsLarge = 25;
    private const int MostWordsBold = 16;
    private const int MostLevels = 6;

    /// <param name="open">Lines of the paragraph right before, if one is open.</param>
    public bool IsHeading(TextLine line, IReadOnlyList<TextLine>? open)
    {
        var words = line.Text.Count(c => c == ' ') + 1;
        if (!HasWord(line.Text)) return false;
        if (line.Size >= layout.BodySize * Larger) return words <= MostWordsLarge;
        if (line.Size < layout.BodySize * .92 || words > MostWordsBold || line.Text[^1] is '.' or ',' or ';' or '-') return false;
        if (!IsWhollyBold(line) && !IsCapitals(line.Text)) return false;
        // A bold line in the midst of a paragraph: the line above was full and this one follows it closely.
        return open is null || !flow.Continues(open, line, null) || flow.EndsShort(open[^1], line);
    }

    /// <summary>Whether a heading runs over to this line.</summary>
    public static bool Continues(TextLine last, TextLine next) =>
        Flow.Below(last, next) && SameStyle(last, next) && next.Extent.Y0 - last.Extent.Y0 < 1.7 * last.Size && Markers.HeadingDepth(next.Text) == 0;

    /// <summary>The level of each heading: by rank of its style, and by the depth of its number where one style has several.</summary>
    public static Dictionary<Draft, int> Levels(IReadOnlyList<Draft> headings)
    {
        var levels = new Dictionary<Draft, int>();
        var level = 0;
        foreach (var style in headings.GroupBy(h => Style(h.Last)).OrderByDescending(g => g.Key.Size).ThenByDescending(g => g.Key.Rank))
        {
            var depths = style.Select(h => Markers.HeadingDepth(h.Parts[0][0].Text)).Where(d => d > 0).Distinct().Order().ToList();
            foreach (var heading in style)
            {
                var below = Math.Max(0, depths.IndexOf(Markers.HeadingDepth(heading.Parts[0][0].Text)));
                levels[heading] = Math.Min(MostLevels, level + 1 + below);
            }
            level += Math.Max(1, depths.Count);
        }
        return levels;
    }

    // A single large letter is a sign of a formula.
    private static bool HasWord(string text)
    {
        var letters = text.Count(char.IsLetter);
        return (letters >= 3 || text.Any(c => c >= '\u3000')) && letters * 2 >= text.Count(c => !char.IsWhiteSpace(c));
    }

    private static bool SameStyle(TextLine a, TextLine b) => Math.Abs(a.Size - b.Size) < .4 && a.Face.Bold == b.Face.Bold;

    // Among headings of one size, bold capitals stand above bold, bold above the rest.
    private static (double Size, int Rank) Style(TextLine line) =>
        (Math.Round(line.Size * 2) / 2, (line.Face.Bold ? 2 : 0) + (IsCapitals(line.Text) ? 1 : 0));

    private static bool IsWhollyBold(TextLine line) => line.Face.Bold && line.Emphasis.Sum(e => e.Length) >= line.Text.Length * .9;

    private static bool IsCapitals(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= 4 && Scraps.HasWord(text) && !text.Any(char.IsLower) && text.Count(char.IsUpper) >= letters * .9;
    }
}

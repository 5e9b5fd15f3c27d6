using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tutor.Evaluation;
using Tutor.Parsing.Office;

namespace Tutor.HardMaterial;

/// <summary>Files as teachers hand them in that carry little, or carry it in a form that is hard to teach from. Made from the demo course's chapters and text of our own.</summary>
internal static partial class HardDocuments
{
    public static string Chapter(string name) => File.ReadAllText(Path.Combine(SmallBook.Repository, "samples", "source", name));

    /// <summary>Four chapters as plain text: paragraphs, and no line that could be a heading.</summary>
    public static string BookWithoutHeadings() => string.Join("\n\n", new[] { "1-cells.md", "2-organelles.md", "3-membranes.md", "4-energy.md" }.SelectMany(n => Paragraphs(Chapter(n))));

    /// <summary>One chapter, its headings too, as from a typewriter with its shift key held down.</summary>
    public static string Shouted() => string.Join("\n\n", Chapter("1-cells.md").ToUpperInvariant().Split("\n\n"));

    /// <summary>A lecture as a machine hears it: small letters, no punctuation, no speakers, seven words a cue.</summary>
    public static string TranscriptWithoutPunctuation()
    {
        var words = NoLetter().Replace(Chapter("6-division.txt").Replace("Lecturer:", "", StringComparison.Ordinal).Replace("Student:", "", StringComparison.Ordinal), " ")
            .ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cues = new StringBuilder("WEBVTT\n");
        foreach (var (i, cue) in words.Chunk(7).Index())
            cues.Append(CultureInfo.InvariantCulture, $"\n{TimeSpan.FromSeconds(3 * i):hh\\:mm\\:ss\\.fff} --> {TimeSpan.FromSeconds((3 * i) + 3):hh\\:mm\\:ss\\.fff}\n{string.Join(' ', cue)}\n");
        return cues.ToString();
    }

    /// <summary>Every definition of three chapters as "term: definition", in the order of the alphabet.</summary>
    public static string GlossaryOnly()
    {
        var rows = new[] { "1-cells.md", "2-organelles.md", "3-membranes.md" }.SelectMany(n => Definition().Matches(Chapter(n)))
            .Select(m => (Term: m.Groups[1].Value, Text: m.Groups[2].Value))
            .DistinctBy(r => r.Term).OrderBy(r => r.Term, StringComparer.OrdinalIgnoreCase);
        return "# Glossary\n\n" + string.Join("\n\n", rows.Select(r => $"**{r.Term}**: {r.Text}"));
    }

    /// <summary>Twelve slides with a picture each and ten words in all.</summary>
    public static byte[] DeckOfPictures()
    {
        string[] words = ["Cells", "Thank you", "Questions", "", "Plant cells", "", "Animal cells", "", "", "The end", "", ""];
        return OfficeFiles.Deck([.. words.Select(w => (Picture + (w.Length == 0 ? "" : OfficeFiles.Shape("title", 50, 50, w)), "", Array.Empty<string>()))]);
    }

    private const string Picture = "<p:pic><p:nvPicPr><p:cNvPr id=\"9\" name=\"Picture 9\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip/></p:blipFill><p:spPr/></p:pic>";

    /// <summary>2,000 rows of measurements under one sentence.</summary>
    public static string TableOf2000Rows()
    {
        var rows = Enumerable.Range(1, 2000).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"| L{i:0000} | {Trees[i % Trees.Length]} | {4 + (i * 37 % 90 / 10.0):0.0} | {20 + (i * 53 % 400 / 10.0):0.0} | plot {1 + (i / 250)} |"));
        return "# Leaf measurements\n\nThe table lists all leaves that were measured in the summer.\n\n| Leaf | Species | Width (cm) | Length (mm) | Plot |\n| --- | --- | --- | --- | --- |\n" + string.Join('\n', rows) + "\n";
    }

    private static readonly string[] Trees = ["common oak", "silver birch", "field maple", "aspen", "small-leaved lime", "rowan", "hornbeam"];

    /// <summary>What a chapter says in sentences: no headings, tables, lists, figures.</summary>
    private static IEnumerable<string> Paragraphs(string markdown) => markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(p => char.IsLetter(p[0]) && !p.StartsWith("Table:", StringComparison.Ordinal) && !p.StartsWith("Figure:", StringComparison.Ordinal))
        .Select(p => p.Replace("*", "", StringComparison.Ordinal));

    [GeneratedRegex(@"[^\p{L}\p{N}']+")]
    private static partial Regex NoLetter();

    [GeneratedRegex(@"\*\*([^*]+)\*\* (?:is|are) ([^.]+\.)")]
    private static partial Regex Definition();
}

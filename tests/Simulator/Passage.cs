using System.Text.RegularExpressions;

namespace Tutor.Simulation;

/// <summary>A sentence that stands in a passage, word for word.</summary>
public sealed record Sentence(string Passage, string Text)
{
    public IReadOnlySet<string> Words { get; } = Simulation.Words.Of(Text);
}

/// <summary>A passage of the prompt with the sentences that can be told alone.</summary>
public sealed partial record Passage(string Name, string Text)
{
    private const int Shortest = 6, Longest = 40;

    public IReadOnlyList<Sentence> Sentences { get; } =
    [
        .. Text.Split('\n')
            .SelectMany(line => End().Split(line.Trim()))
            .Where(s => s.Split(' ').Length is >= Shortest and <= Longest && s.EndsWith('.') && char.IsUpper(s[0]) && !LeansOrPoints().IsMatch(s))
            .Distinct(StringComparer.Ordinal)
            .Select(s => new Sentence(Name, s)),
    ];

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex End();

    [GeneratedRegex(@"^(It|This|That|These|Those|They|He|She|His|Her|Its|Their|Such|Both|However|Therefore|Thus|Hence|Also|But|And|Or|So|Yet|Then|Next|Finally|For example|For instance|In contrast|In addition|Instead|Another|Other|Others|One|Some|Many|Most|The (other|same|first|second|former|latter)|Here|As a result|Moreover|Furthermore)\b|\b([Ff]igure|[Tt]able|[Cc]hapter|[Ss]ection|[Ss]lide|above|below|earlier|https?)\b", RegexOptions.None)]
    private static partial Regex LeansOrPoints();
}

/// <summary>Words that say something.</summary>
internal static partial class Words
{
    private static readonly HashSet<string> s_small =
        [.. "a an the of to in on at by for from with and or but not is are was were be been has have had can could may might will would do does did what which who whom whose when where why how that this these those it its they their them as than then there into about between i you we he she me my your our so if also more most such".Split(' ')];

    public static IReadOnlySet<string> Of(string text) =>
        Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).Where(w => !s_small.Contains(w)).Select(w => w.Length > 4 && w.EndsWith('s') ? w[..^1] : w).ToHashSet(StringComparer.Ordinal);

    /// <summary>Share of the first's words that stand in the second.</summary>
    public static double Share(IReadOnlySet<string> of, IReadOnlySet<string> within) => of.Count == 0 ? 0 : (double)of.Count(within.Contains) / of.Count;

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}

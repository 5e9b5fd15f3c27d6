using System.Text.RegularExpressions;
using Tutor.Checks;
using Tutor.Sources;

namespace Tutor.Writing;

/// <summary>What a stretch of text without headings is called: the words and pairs of words that set it apart from the rest of the course.</summary>
internal static class TopTerms
{
    private const int Most = 3, ShortestWord = 4;

    /// <summary>A pair stands for its words where this share of the rarer one's uses is in it; a word is left to its pair where this share of its own uses is.</summary>
    private const double PairShare = .4, TakenShare = .33;

    private const int LeastPairs = 2;

    public static string Of(IReadOnlyList<Chunk> chunks, WordWeights weights)
    {
        var texts = chunks.Select(c => ContentWords.Words(c.Text)).ToList();
        var words = texts.SelectMany(t => t).Where(IsTelling).GroupBy(ContentWords.Stem, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var pairs = Names(texts.SelectMany(Pairs), p => string.Join(' ', p.Split(' ').Select(ContentWords.Stem)))
            .Select(n => (n.Name, Stems: n.Key.Split(' '), n.Count))
            .Where(p => p.Count >= LeastPairs && p.Count >= PairShare * p.Stems.Min(s => words[s])).ToList();
        // "Electron microscope" says more than "microscope" does.
        var taken = pairs.SelectMany(p => p.Stems.Where(s => p.Count >= TakenShare * words[s])).ToHashSet(StringComparer.Ordinal);
        var candidates = Names(texts.SelectMany(t => t).Where(IsTelling), ContentWords.Stem).Where(n => !taken.Contains(n.Key))
            .Select(n => (n.Name, Stems: new[] { n.Key }, Score: n.Count * Weight(n.Key)))
            .Concat(pairs.Select(p => (p.Name, p.Stems, Score: p.Count * p.Stems.Sum(Weight))));
        var chosen = new List<(string Name, string[] Stems)>();
        foreach (var (name, stems, _) in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Name, StringComparer.Ordinal))
        {
            if (chosen.Count == Most) break;
            if (!chosen.Exists(c => c.Stems.Intersect(stems, StringComparer.Ordinal).Any())) chosen.Add((name, stems));
        }
        return chosen.Count == 0 ? "Contents" : OutlineTitles.Capitalised(string.Join(", ", chosen.Select(c => Named(c.Name, chunks))));

        double Weight(string stem) => Math.Max(weights[stem], 0.2);
    }

    /// <summary>Words that never stand in small letters are names.</summary>
    private static string Named(string term, IReadOnlyList<Chunk> chunks) => string.Join(' ', term.Split(' ').Select(word =>
        chunks.Any(c => Regex.IsMatch(c.Text, $@"\b{Regex.Escape(word)}\b", RegexOptions.CultureInvariant)) ? word : OutlineTitles.Capitalised(word)));

    /// <summary>Each group under its commonest spelling.</summary>
    private static IEnumerable<(string Key, string Name, int Count)> Names(IEnumerable<string> all, Func<string, string> keyOf) => all
        .GroupBy(keyOf, StringComparer.Ordinal)
        .Select(g => (g.Key, g.GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(x => x.Count()).ThenBy(x => x.Key, StringComparer.Ordinal).First().Key, g.Count()));

    private static IEnumerable<string> Pairs(IReadOnlyList<string> words) =>
        words.Zip(words.Skip(1)).Where(p => IsTelling(p.First) && IsTelling(p.Second)).Select(p => $"{p.First} {p.Second}");

    private static bool IsTelling(string word) => word.Length >= ShortestWord && !ContentWords.IsFunctionWord(word) && !char.IsDigit(word[0]);
}

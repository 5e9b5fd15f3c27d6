using System.Globalization;
using System.Text;

namespace Tutor.Language;

/// <summary>Reads the files of WordNet 3 (wndb(5WN), senseidx, cntlist(5WN), morphy exceptions).</summary>
internal static class WordNetFiles
{
    /// <summary>A sense in the dictionary counts as much as a fifth of a use in the tagged texts: most words were never tagged.</summary>
    private const float SenseWeight = 0.2f;

    private static readonly string[] Parts = ["noun", "verb", "adj", "adv"];

    public static bool ArePresent(string folder) =>
        Parts.All(p => File.Exists(Path.Combine(folder, "index." + p))) && File.Exists(Path.Combine(folder, "data.noun"));

    /// <returns>Uses by dictionary form, words of several parts with spaces; and of nouns the offsets of their first senses.</returns>
    public static (Dictionary<string, WordUse> Uses, Dictionary<string, int[]> Senses) ReadIndex(string folder)
    {
        var uses = new Dictionary<string, WordUse>(160_000, StringComparer.Ordinal);
        var senses = new Dictionary<string, int[]>(120_000, StringComparer.Ordinal);
        var counts = ReadCounts(Path.Combine(folder, "cntlist.rev"));
        for (var part = 0; part < Parts.Length; part++)
        {
            foreach (var line in Lines(Path.Combine(folder, "index." + Parts[part])))
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var word = fields[0].Replace('_', ' ');
                var senseCount = int.Parse(fields[2], CultureInfo.InvariantCulture);
                var weight = counts.GetValueOrDefault((fields[0], part)) + SenseWeight * senseCount;
                uses[word] = Add(uses.GetValueOrDefault(word), part, weight);
                if (part == 0)
                {
                    senses[word] = [.. fields[^senseCount..].Take(3).Select(o => int.Parse(o, CultureInfo.InvariantCulture))];
                }
            }
        }
        return (uses, senses);
    }

    /// <returns>Noun synsets by offset: class (lexicographer file), what they are kinds of, what they are parts of.</returns>
    public static Dictionary<int, NounSynset> ReadNouns(string folder)
    {
        var synsets = new Dictionary<int, NounSynset>(83_000);
        foreach (var line in Lines(Path.Combine(folder, "data.noun")))
        {
            var fields = line[..line.IndexOf('|', StringComparison.Ordinal)].Split(' ');
            var at = 4 + 2 * int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var pointers = int.Parse(fields[at++], CultureInfo.InvariantCulture);
            List<int> kinds = [], wholes = [];
            for (var i = 0; i < pointers; i++, at += 4)
            {
                if (fields[at][0] == '@')
                {
                    kinds.Add(int.Parse(fields[at + 1], CultureInfo.InvariantCulture));
                }
                else if (fields[at][0] == '#')
                {
                    wholes.Add(int.Parse(fields[at + 1], CultureInfo.InvariantCulture));
                }
            }
            synsets[int.Parse(fields[0], CultureInfo.InvariantCulture)] = new NounSynset(byte.Parse(fields[1], CultureInfo.InvariantCulture), [.. kinds], [.. wholes]);
        }
        return synsets;
    }

    /// <returns>Irregular forms and their dictionary forms, by part of speech (0 noun, 1 verb, 2 adjective, 3 adverb).</returns>
    public static Dictionary<string, string>[] ReadExceptions(string folder) =>
        [.. Parts.Select(part =>
        {
            var path = Path.Combine(folder, part + ".exc");
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var fields in File.Exists(path) ? Lines(path).Select(l => l.Split(' ')) : [])
            {
                found.TryAdd(fields[0].Replace('_', ' '), fields[1].Replace('_', ' '));
            }
            return found;
        })];

    private static Dictionary<(string, int), int> ReadCounts(string path)
    {
        var counts = new Dictionary<(string, int), int>();
        foreach (var line in File.Exists(path) ? Lines(path) : [])
        {
            var mark = line.IndexOf('%', StringComparison.Ordinal);
            var part = line[mark + 1] switch { '1' => 0, '2' => 1, '4' => 3, _ => 2 };
            var key = (line[..mark], part);
            counts[key] = counts.GetValueOrDefault(key) + int.Parse(line.AsSpan(line.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture);
        }
        return counts;
    }

    /// <summary>Lines after the licence, which is indented.</summary>
    private static IEnumerable<string> Lines(string path) => File.ReadLines(path, Encoding.Latin1).Where(l => l.Length > 0 && l[0] != ' ');

    private static WordUse Add(WordUse use, int part, float weight) => part switch
    {
        0 => use with { Noun = use.Noun + weight },
        1 => use with { Verb = use.Verb + weight },
        2 => use with { Adjective = use.Adjective + weight },
        _ => use with { Adverb = use.Adverb + weight },
    };
}

/// <param name="Class">Lexicographer file: 4 act, 5 animal, 8 body, 9 cognition, 18 person …</param>
/// <param name="Kinds">Offsets of what it is a kind or an instance of.</param>
/// <param name="Wholes">Offsets of what it is a part, member or substance of.</param>
internal sealed record NounSynset(byte Class, int[] Kinds, int[] Wholes);

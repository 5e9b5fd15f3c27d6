using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Tutor.Checks;

/// <summary>
/// The words of a text that carry its meaning, reduced to stems, so that "defines" and "defining" count as one. Deliberately simpler than the
/// language tools the writers use: a check must not share the writer's mistakes.
/// </summary>
public static partial class ContentWords
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenSet<string> s_function = """
        a about above after again all also although am an and any are aren as at be because been before being below between both but by can cannot could
        couldn did didn do does doesn doing don down during each either else ever every few for from further get gets had hadn has hasn have haven having he
        her here hers herself him himself his how however i if in instead into is isn it its itself just let like may me might more most much must my myself
        neither no nor not now of off often on once one only or other our ours out over own perhaps quite rather same shall she should so some still such
        than that the their theirs them themselves then there therefore these they this those though through thus to too under until up upon us very was
        wasn we well were weren what when where whether which while who whom whose why will with within without would yet you your yours
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems in the order of the text, with repeats.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (var word in Words(text))
            if (!s_function.Contains(word) && (word.Length > 1 || !char.IsAscii(word[0]) || char.IsDigit(word[0])))
                yield return Stem(word);
    }

    /// <summary>All words in lower case, function words too, without possessive endings.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>(text.Length / 6);
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.AsSpan(match.Index, match.Length);
            var apostrophe = word.IndexOfAny('\'', '’');
            words.Add((apostrophe < 0 ? word : word[..apostrophe]).ToString().ToLowerInvariant());
        }
        return words;
    }

    /// <summary>How many words a reader reads.</summary>
    public static int Count(string text) => Word().Count(text);

    public static bool IsFunctionWord(string lower) => s_function.Contains(lower);

    /// <summary>English endings of number, tense and manner; leaves what is not plain Latin alone.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetter(word[^1])) return word;
        var stem = WithoutPlural(word);
        if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 3))) stem = Undoubled(stem[..^3]);
        else if (stem.Length > 4 && stem.EndsWith("ied", StringComparison.Ordinal)) stem = stem[..^3] + "y";
        else if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 2))) stem = Undoubled(stem[..^2]);
        else if (stem.Length > 5 && stem.EndsWith("ly", StringComparison.Ordinal)) stem = stem[..^2];
        return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    private static string WithoutPlural(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)) return word[..^2];
        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.ContainsAny(s_vowels);

    private static string Undoubled(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;

    /// <summary>A run of letters and digits; where a script puts no space between words, every sign.</summary>
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsLao}\p{IsKhmer}]|(?:(?![\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsLao}\p{IsKhmer}])[\p{L}\p{N}\p{M}])+(?:['’]\p{Ll}+)?")]
    private static partial Regex Word();
}

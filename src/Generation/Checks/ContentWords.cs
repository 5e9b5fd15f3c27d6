using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Tutor.Retrieval;

namespace Tutor.Checks;

/// <summary>
/// The words of a text that carry its meaning, reduced to stems, so that "defines" and "defining" count as one. Knows nothing of the language tools
/// the writers use: a check must not share the writer's mistakes.
/// </summary>
public static partial class ContentWords
{
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

    public static string Stem(string lower) => EnglishStemmer.Stem(lower);

    /// <summary>A run of letters and digits; where a script puts no space between words, every sign.</summary>
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsLao}\p{IsKhmer}]|(?:(?![\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsLao}\p{IsKhmer}])[\p{L}\p{N}\p{M}])+(?:['’]\p{Ll}+)?")]
    private static partial Regex Word();
}

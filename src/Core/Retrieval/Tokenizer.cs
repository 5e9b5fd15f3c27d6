using System.Text;
using Tutor.Retrieval.Languages;

namespace Tutor.Retrieval;

internal enum WordKind
{
    Simple,

    /// <summary>Two characters of a script without spaces.</summary>
    Pair,

    /// <summary>A compound without its hyphens; its parts follow.</summary>
    Joined,
    Part,
}

/// <param name="Text">Without hyphens, with its accents.</param>
internal readonly record struct Word(string Text, WordKind Kind)
{
    public string Lower => Text.ToLowerInvariant();

    /// <summary>Short and in capitals: perhaps an abbreviation.</summary>
    public bool IsInCapitals => Text.Length is > 1 and <= Tokenizer.LongestAbbreviation && Text.All(char.IsAsciiLetterUpper);
}

/// <summary>
/// A text as the terms that are counted and compared: lower case without accents, stemmed. Compounds count whole and in parts, short words
/// in capitals also as they are (AIDS is not the plural of aid), scripts without spaces by pairs of characters.
/// What it returns is stored: whoever changes it raises <see cref="Version"/>, and courses are counted anew in the background.
/// </summary>
public static class Tokenizer
{
    /// <summary>Of the terms of a text.</summary>
    public const int Version = 2;

    /// <summary>Longest word in capitals that may be an abbreviation.</summary>
    internal const int LongestAbbreviation = 5;

    /// <summary>Longer runs (addresses, encoded data) are nothing a person asks for, and an index row must stay small.</summary>
    private const int LongestTerm = 64;

    /// <summary>All terms of an English text in its order, stop words too.</summary>
    public static List<string> Terms(string text) => Terms(Words(text), EnglishTerm);

    /// <param name="term">A word's term, see <see cref="TermReader"/>; none for what is not counted.</param>
    internal static List<string> Terms(IEnumerable<Word> words, Func<Word, string?> term)
    {
        var terms = new List<string>();
        foreach (var word in words)
        {
            if (term(word) is not { } counted) continue;
            terms.Add(counted);
            if (AsWritten(word) is { } written && written != counted) terms.Add(written);
        }
        return terms;
    }

    /// <summary>What counts besides the stem: an abbreviation as it is.</summary>
    internal static string? AsWritten(Word word) => word.IsInCapitals ? word.Lower : null;

    internal static string EnglishTerm(Word word) => word.Kind == WordKind.Pair ? word.Text : EnglishStemmer.Stem(IrregularPlurals.Singular(WithoutAccents(word.Lower)));

    internal static IEnumerable<Word> Words(string text)
    {
        foreach (var token in Tokens.Of(OneForm(text)))
        {
            foreach (var word in token.IsCjk ? Pairs(token.Text) : Parts(token.Text))
                if (word.Text.Length <= LongestTerm) yield return word;
        }
    }

    /// <summary>Accents of letters fall away (naïve, naive), vowel signs of other scripts stay.</summary>
    internal static string WithoutAccents(string word)
    {
        if (Ascii.IsValid(word)) return word;
        var bare = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (c is >= '\u0300' and <= '\u036F') continue;
            if (c == 'ß') bare.Append("ss");
            else bare.Append(c);
        }
        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>One form of each character.</summary>
    private static string OneForm(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var form = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKC))
        {
            if (c != '\u00AD') form.Append(c switch { '\u2019' or '\u02BC' => '\'', '\u2010' or '\u2011' => '-', _ => c });
        }
        return form.ToString();
    }

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<Word> Parts(string word)
    {
        var parts = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1) yield return new Word(string.Concat(parts), WordKind.Joined);
        foreach (var part in parts) yield return new Word(part, parts.Length == 1 ? WordKind.Simple : WordKind.Part);
    }

    private static IEnumerable<Word> Pairs(string run)
    {
        var runes = run.EnumerateRunes().Select(r => r.ToString()).ToList();
        if (runes.Count == 1) yield return new Word(runes[0], WordKind.Pair);
        for (var i = 0; i + 1 < runes.Count; i++) yield return new Word(runes[i] + runes[i + 1], WordKind.Pair);
    }
}

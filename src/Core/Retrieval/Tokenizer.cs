using System.Text;

namespace Tutor.Retrieval;

/// <summary>
/// A text as the terms that are counted and compared: lower case without accents, stemmed. Compounds count whole and in parts, short words
/// in capitals also as they are (AIDS is not the plural of aid), scripts without spaces by pairs of characters.
/// What it returns is stored: change it only together with a new ingestion.
/// </summary>
public static class Tokenizer
{
    /// <summary>Longest word in capitals that may be an abbreviation.</summary>
    private const int LongestAbbreviation = 5;

    /// <summary>Longer runs (addresses, encoded data) are nothing a person asks for, and an index row must stay small.</summary>
    private const int LongestTerm = 64;

    /// <summary>All terms of a text in its order, stop words too.</summary>
    public static List<string> Terms(string text)
    {
        var terms = new List<string>();
        foreach (var token in Tokens.Of(Fold(text)))
        {
            if (token.IsCjk) AddPairs(token.Text, terms);
            else AddWord(token.Text, terms);
        }
        return terms;
    }

    /// <summary>The terms a query is answered by: without stop words, unless it has nothing else.</summary>
    public static List<string> QueryTerms(string query)
    {
        var all = Terms(query);
        var telling = all.Where(t => !StopWords.Contains(t)).ToList();
        return telling.Count > 0 ? telling : all;
    }

    /// <summary>One form of each character; accents of letters fall away (naïve, naive), vowel signs of other scripts stay.</summary>
    private static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (c is >= '\u0300' and <= '\u036F') continue;
            folded.Append(c switch { 'ß' => "ss", '\u2019' or '\u02BC' or '\uFF07' => "'", '\u2010' or '\u2011' => "-", '\u00AD' => "", _ => c.ToString() });
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static void AddWord(string word, List<string> terms)
    {
        var parts = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1) AddSimple(string.Concat(parts), terms);
        foreach (var part in parts) AddSimple(part, terms);
    }

    private static void AddSimple(string word, List<string> terms)
    {
        if (word.Length > LongestTerm) return;
        var lower = word.ToLowerInvariant();
        var stem = EnglishStemmer.Stem(lower);
        terms.Add(stem);
        if (stem != lower && word.Length is > 1 and <= LongestAbbreviation && word.All(char.IsAsciiLetterUpper)) terms.Add(lower);
    }

    private static void AddPairs(string run, List<string> terms)
    {
        var runes = run.EnumerateRunes().Select(r => r.ToString()).ToList();
        if (runes.Count == 1) terms.Add(runes[0]);
        for (var i = 0; i + 1 < runes.Count; i++) terms.Add(runes[i] + runes[i + 1]);
    }
}

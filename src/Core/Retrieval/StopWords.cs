using Tutor.Retrieval.Languages;

namespace Tutor.Retrieval;

/// <summary>
/// The few words that say nothing of what a text is about. In English and Japanese they are counted, but a query that has other words is not answered by them;
/// the stop words of other languages are PostgreSQL's and are not counted.
/// </summary>
internal static class StopWords
{
    private static readonly HashSet<string> s_terms = Stemmed("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with");

    /// <summary>What questions are made of.</summary>
    private static readonly HashSet<string> s_asking = Stemmed("what which who whom whose when where why how do does did can could would should am were been has have had");

    public static bool Contains(string term) => s_terms.Contains(term);

    /// <summary>Whether a query is not answered by the word; those of other languages are told by their stems.</summary>
    public static bool Contains(Word word, string language) => word.Kind == WordKind.Pair
        ? word.Text.All(c => c is >= '\u3041' and <= '\u309F') // particles and endings
        : language == LanguageNames.English && !word.IsInCapitals && Tokenizer.EnglishTerm(word) is var term && (s_terms.Contains(term) || s_asking.Contains(term));

    private static HashSet<string> Stemmed(string words) => words.Split(' ').Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal);
}

namespace Tutor.Retrieval;

/// <summary>The few words that say nothing of what a text is about. They are counted, but a query that has other words is not answered by them.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> s_terms = "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with"
        .Split(' ').Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal);

    public static bool Contains(string term) => s_terms.Contains(term);
}

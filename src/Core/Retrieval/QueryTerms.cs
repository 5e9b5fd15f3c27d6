namespace Tutor.Retrieval;

/// <summary>What is looked for: the terms that are counted, and the text that is embedded.</summary>
/// <param name="Text">The query; where a term was read as another, with that one added.</param>
public sealed record QueryTerms(IReadOnlyList<string> Terms, string Text)
{
    /// <param name="chunksWith">In how many chunks of the course a term occurs.</param>
    public static QueryTerms Of(string query, IEnumerable<string> vocabulary, Func<string, int> chunksWith)
    {
        var terms = Tokenizer.QueryTerms(query);
        var corrected = Spelling.Correct(terms, vocabulary, chunksWith);
        var others = corrected.Where((t, i) => t != terms[i]).ToList();
        return new QueryTerms(corrected, others.Count == 0 ? query : query + " " + string.Join(' ', others));
    }
}

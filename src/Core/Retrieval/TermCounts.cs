using Tutor.Retrieval.Languages;

namespace Tutor.Retrieval;

/// <summary>How often a chunk's terms occur in it.</summary>
/// <param name="Terms">Distinct.</param>
/// <param name="Counts">One for each of <paramref name="Terms"/>.</param>
/// <param name="Length">All terms with repetitions.</param>
public sealed record TermCounts(string[] Terms, int[] Counts, int Length)
{
    public string Language { get; init; } = LanguageNames.English;

    /// <summary>What the text says of abbreviations.</summary>
    public IReadOnlyList<Abbreviation> Abbreviations { get; init; } = [];

    /// <summary>Of an English text.</summary>
    public static TermCounts Of(string text) => Of(Tokenizer.Terms(text));

    /// <summary>Terms in ordinal order, so that the same text is always stored alike.</summary>
    public static TermCounts Of(IReadOnlyCollection<string> terms)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms) counts[term] = counts.GetValueOrDefault(term) + 1;
        return new TermCounts([.. counts.Keys], [.. counts.Values], terms.Count);
    }
}

using Tutor.Retrieval.Languages;

namespace Tutor.Retrieval.Queries;

/// <summary>An abbreviation of a course, as terms.</summary>
internal sealed record CourseAbbreviation(string Brief, string Term, string[] Full)
{
    public static async Task<IReadOnlyList<CourseAbbreviation>> AllAsync(IEnumerable<Abbreviation> abbreviations, IReadOnlyList<string> languages, TermReader reader, CancellationToken ct)
    {
        var distinct = abbreviations.Distinct().OrderBy(a => a.Brief, StringComparer.Ordinal).ThenBy(a => a.Full, StringComparer.Ordinal)
            .Select(a => (a.Brief, Words: Tokenizer.Words(a.Full).Where(w => w.Kind != WordKind.Joined).ToList())).ToList();
        var termsOf = await reader.ReadAsync([.. distinct.SelectMany(a => a.Words)], languages, ct);
        return [.. distinct.SelectMany(a => languages.Select(language => new CourseAbbreviation(
            a.Brief, Tokenizer.WithoutAccents(a.Brief.ToLowerInvariant()),
            [.. a.Words.Select(w => termsOf(w).First(t => t.Language == language).Term).OfType<string>()])))
            .Where(a => a.Full.Length > 1)
            .DistinctBy(a => (a.Brief, string.Join(' ', a.Full)))];
    }

    /// <summary>In lower case only what cannot be a common word is taken for the abbreviation.</summary>
    public bool Is(Word word) => word.Kind != WordKind.Pair
        && (word.Text == Brief || (Tokenizer.WithoutAccents(word.Lower) == Term && Term.Length > 2 && !FunctionWords.Languages.ContainsKey(word.Lower)));

    /// <summary>Whether the long form's terms stand in a row.</summary>
    public bool IsSpelledOutIn(IReadOnlyList<IReadOnlyList<string>> readings)
    {
        for (var start = 0; start + Full.Length <= readings.Count; start++)
            if (Enumerable.Range(0, Full.Length).All(i => readings[start + i].Contains(Full[i]))) return true;
        return false;
    }
}

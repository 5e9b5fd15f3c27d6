namespace Tutor.Retrieval.Queries;

/// <summary>What of a course a query is read by.</summary>
/// <param name="Vocabulary">All terms of the course, or at least those of the query where none is unknown.</param>
/// <param name="ChunksWith">In how many chunks a term occurs.</param>
/// <param name="HaveAll">Chunks that have a term of each row; null where PostgreSQL has to be asked.</param>
internal sealed record CourseWords(
    Guid CourseId, int Chunks, IReadOnlyList<string> Languages, IReadOnlyList<CourseAbbreviation> Abbreviations,
    IEnumerable<string> Vocabulary, Func<string, int> ChunksWith, Func<IReadOnlyList<string[]>, Guid[]>? HaveAll = null);

/// <summary>What is looked for.</summary>
/// <param name="Terms">Each with what it counts: 1, more where it is repeated, less where it is only related.</param>
/// <param name="Text">For embedders that read text: the query, with the words it was corrected to.</param>
/// <param name="Quoted">What chunks get for having the quoted words, beside what their terms give.</param>
internal sealed record Query(IReadOnlyList<QueryTerm> Terms, string Text, IReadOnlyDictionary<Guid, double> Quoted);

public readonly record struct QueryTerm(string Term, double Weight);

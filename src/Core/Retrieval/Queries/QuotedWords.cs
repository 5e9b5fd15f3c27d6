using System.Text.RegularExpressions;
using Npgsql;
using Tutor.Retrieval.Languages;

namespace Tutor.Retrieval.Queries;

/// <summary>
/// Words in quotation marks, looked for as they are: in this order, whatever their case, accents and hyphens. Chunks that have them count as if
/// they had another term, heavy enough that scattered words do not outweigh it.
/// </summary>
internal sealed partial class QuotedWords(NpgsqlDataSource data, TermReader reader)
{
    /// <summary>A term repeated for ever counts 2.2 times one: three times the words themselves is more.</summary>
    private const double Weight = 2;

    /// <returns>For chunks with quoted words what that adds to the score of their words.</returns>
    public async Task<IReadOnlyDictionary<Guid, double>> WeighAsync(string query, CourseWords course, CancellationToken ct)
    {
        var weights = new Dictionary<Guid, double>();
        foreach (var phrase in Quotes().Matches(query).Select(m => new Phrase(m.Value)).Where(p => p.Words.Count > 1).DistinctBy(p => string.Join(' ', p.Words)))
        {
            var found = await FindAsync(phrase, course, ct);
            var idf = Weight * phrase.Words.Count * Bm25.Idf(course.Chunks, found.Count);
            foreach (var (id, times) in found) weights[id] = weights.GetValueOrDefault(id) + idf * Bm25.Weight(times, Bm25.K1);
        }
        return weights;
    }

    /// <summary>Of the chunks that have all of the words' terms those that have them in a row.</summary>
    private async Task<List<(Guid Id, int Times)>> FindAsync(Phrase phrase, CourseWords course, CancellationToken ct)
    {
        var words = phrase.Words.Select(w => new Word(w, WordKind.Simple)).ToList();
        var termsOf = await reader.ReadAsync(words, course.Languages, ct);
        var rows = words.Select(w => termsOf(w).Select(t => t.Term).ToList()).Where(t => !t.Contains(null)).Select(t => t.OfType<string>().Distinct().ToArray()).ToList();
        if (rows.Count == 0) rows = [.. words.Select(w => (string[])[Tokenizer.EnglishTerm(w)])];
        await using var command = course.HaveAll is { } haveAll ? ByIds(course.CourseId, haveAll(rows)) : ByTerms(course.CourseId, rows);
        await using var result = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid, int)>();
        while (await result.ReadAsync(ct))
            if (phrase.TimesIn(result.GetString(1)) + phrase.TimesIn(result.GetString(2)) is > 0 and var times) found.Add((result.GetGuid(0), times));
        return found;
    }

    private NpgsqlCommand ByIds(Guid courseId, Guid[] ids)
    {
        var command = data.CreateCommand("select id, headings::text, text from chunks where course_id = $1 and id = any($2)");
        command.Parameters.Add(new() { Value = courseId });
        command.Parameters.Add(new() { Value = ids });
        return command;
    }

    private NpgsqlCommand ByTerms(Guid courseId, List<string[]> rows)
    {
        var have = string.Concat(rows.Select((_, i) => $" and t.terms && ${i + 2}"));
        var command = data.CreateCommand($"""
            select c.id, c.headings::text, c.text from chunk_terms t join chunks c on c.id = t.chunk_id join sources s on s.id = c.source_id and s.state = 'Ready'
            where t.course_id = $1{have}
            """);
        command.Parameters.Add(new() { Value = courseId });
        foreach (var row in rows) command.Parameters.Add(new() { Value = row });
        return command;
    }

    [GeneratedRegex("""["][^"]+["]|[“„][^“”„]+[“”]|«[^«»]+»""")]
    private static partial Regex Quotes();
}

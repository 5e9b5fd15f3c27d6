using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Tutor.Data;
using Tutor.Retrieval.Languages;
using Tutor.Sources;

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
        foreach (var quote in Quotes().Matches(query).Select(m => WordsOf(m.Value)).Where(w => w.Length > 1).DistinctBy(w => string.Join(' ', w)))
        {
            var found = (await CandidatesAsync(quote, course, ct)).Select(c => (c.Id, Times: Times(quote, WordsOf(c.Text)))).Where(c => c.Times > 0).ToList();
            var idf = Weight * quote.Length * Bm25.Idf(course.Chunks, found.Count);
            foreach (var (id, times) in found) weights[id] = weights.GetValueOrDefault(id) + idf * Bm25.Weight(times, Bm25.K1);
        }
        return weights;
    }

    /// <summary>Chunks that have all of the words' terms.</summary>
    private async Task<List<(Guid Id, string Text)>> CandidatesAsync(string[] quote, CourseWords course, CancellationToken ct)
    {
        var words = quote.Select(w => new Word(w, WordKind.Simple)).ToList();
        var termsOf = await reader.ReadAsync(words, course.Languages, ct);
        var rows = words.Select(w => termsOf(w).Select(t => t.Term).ToList()).Where(t => !t.Contains(null)).Select(t => t.OfType<string>().Distinct().ToArray()).ToList();
        if (rows.Count == 0) rows = [.. words.Select(w => (string[])[Tokenizer.EnglishTerm(w)])];
        var command = course.HaveAll is { } haveAll ? ByIds(course.CourseId, haveAll(rows)) : ByTerms(course.CourseId, rows);
        await using (command)
        {
            await using var result = await command.ExecuteReaderAsync(ct);
            var texts = new List<(Guid, string)>();
            while (await result.ReadAsync(ct))
                texts.Add((result.GetGuid(0), Chunk.Indexed(JsonSerializer.Deserialize<string[]>(result.GetString(1), JsonColumn.Options)!, result.GetString(2))));
            return texts;
        }
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

    private static string[] WordsOf(string text) =>
        [.. Tokenizer.Words(text).Where(w => w.Kind != WordKind.Joined).Select(w => Tokenizer.WithoutAccents(w.Lower))];

    private static int Times(string[] quote, ReadOnlySpan<string> words)
    {
        var times = 0;
        for (var i = 0; i + quote.Length <= words.Length; i++)
            if (words.Slice(i, quote.Length).SequenceEqual(quote)) times++;
        return times;
    }

    [GeneratedRegex("""["][^"]+["]|[“„][^“”„]+[“”]|«[^«»]+»""")]
    private static partial Regex Quotes();
}

using System.Data;
using Npgsql;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;
using Tutor.Retrieval.Queries;

namespace Tutor.Retrieval;

/// <summary>Reads a course's searchable chunks into memory, all of one moment.</summary>
public sealed class CourseIndexLoader(NpgsqlDataSource data, EmbeddingModels models, TermReader terms)
{
    /// <summary>Terms and weights as objects take about this many times the stored bytes.</summary>
    private const int EmbedderOverhead = 3;

    private static readonly TermCounts s_noTerms = new([], [], 0);

    /// <summary>Only chunks of sources that are ready; ordered by source and place in it, which breaks ties everywhere.</summary>
    private const string Chunks = """
        select c.id, c.source_id from sources s join chunks c on c.source_id = s.id
        where s.course_id = $1 and s.state = 'Ready' order by c.source_id, c.ordinal
        """;

    private const string Terms = "select chunk_id, terms, counts, length, language, abbreviations from chunk_terms where course_id = $1";
    private const string Vectors = "select chunk_id, embedding::real[] from chunk_vectors where course_id = $1 and model = $2";

    /// <returns>An index without chunks for a course that has none, or is not there.</returns>
    public async Task<CourseIndex> LoadAsync(Guid courseId, CancellationToken ct)
    {
        await using var connection = await data.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var version = await VersionAsync(connection, courseId, ct);
        var model = await CourseModels.CurrentAsync(connection, courseId, ct);

        // Three plain reads, put together here: right after a large upload the planner knows nothing of the new rows, and its joins took minutes.
        var chunks = await ReadAsync(Command(Chunks, courseId), r => new IndexedChunk(r.GetGuid(0), r.GetGuid(1)), ct);
        var words = InOrder(chunks, await ReadAsync(Command(Terms, courseId), r => (r.GetGuid(0), TermsOf(r)), ct), s_noTerms);
        var vectors = model is null ? [] : await ReadAsync(Command(Vectors, courseId, model.Name), r => (r.GetGuid(0), r.GetFieldValue<float[]>(1)), ct);
        IReadOnlyList<string> languages = LanguageNames.Of(words.Select(w => w.Language));
        return new CourseIndex(
            courseId, version, chunks, new Postings(words), new VectorTable(InOrder<float[]?>(chunks, vectors!, null)),
            languages, await CourseAbbreviation.AllAsync(words.SelectMany(w => w.Abbreviations), languages, terms, ct), new QueryReader(terms, new QuotedWords(data, terms)),
            model is null ? null : models.Open(model), EmbedderOverhead * (model?.Weights?.LongLength ?? 0));

        NpgsqlCommand Command(string sql, params object[] values)
        {
            var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            return command;
        }
    }

    private static TermCounts TermsOf(NpgsqlDataReader row) =>
        new(row.GetFieldValue<string[]>(1), row.GetFieldValue<int[]>(2), row.GetInt32(3)) { Language = row.GetString(4), Abbreviations = Abbreviation.Of(row.GetFieldValue<string[]>(5)) };

    private static List<T> InOrder<T>(IReadOnlyList<IndexedChunk> chunks, List<(Guid Chunk, T Value)> rows, T missing)
    {
        var byChunk = rows.ToDictionary(r => r.Chunk, r => r.Value);
        return [.. chunks.Select(c => byChunk.GetValueOrDefault(c.Id, missing))];
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<T>();
            while (await reader.ReadAsync(ct)) rows.Add(row(reader));
            return rows;
        }
    }

    /// <summary>Of a course that is deleted nothing will change any more.</summary>
    private static async Task<long> VersionAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select content_version from courses where id = $1", connection) { Parameters = { new() { Value = courseId } } };
        return await command.ExecuteScalarAsync(ct) is long version ? version : long.MaxValue;
    }
}

using System.Data;
using Npgsql;
using Tutor.Retrieval.Embedding;

namespace Tutor.Retrieval;

/// <summary>Reads a course's searchable chunks into memory, all of one moment.</summary>
public sealed class CourseIndexLoader(NpgsqlDataSource data, EmbeddingModels models)
{
    /// <summary>Terms and weights as objects take about this many times the stored bytes.</summary>
    private const int EmbedderOverhead = 3;

    /// <summary>Only chunks of sources that are ready; ordered by source and place in it, which breaks ties everywhere.</summary>
    private const string Chunks = """
        select c.id, c.source_id, t.terms, t.counts, t.length, v.embedding::real[]
        from chunk_terms t
        join chunks c on c.id = t.chunk_id
        join sources s on s.id = c.source_id and s.state = 'Ready'
        left join chunk_vectors v on v.course_id = t.course_id and v.model = $2 and v.chunk_id = t.chunk_id
        where t.course_id = $1
        order by c.source_id, c.ordinal
        """;

    /// <returns>An index without chunks for a course that has none, or is not there.</returns>
    public async Task<CourseIndex> LoadAsync(Guid courseId, CancellationToken ct)
    {
        await using var connection = await data.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var version = await VersionAsync(connection, courseId, ct);
        var model = await CourseModels.CurrentAsync(connection, courseId, ct);

        var (chunks, terms, vectors) = await ReadAsync(connection, courseId, model?.Name ?? "", ct);
        var embedder = model is null ? null : models.Open(model);
        return new CourseIndex(
            version, chunks, new Postings(terms), new VectorTable(vectors), embedder, EmbedderOverhead * (model?.Weights?.LongLength ?? 0));
    }

    private static async Task<(List<IndexedChunk> Chunks, List<TermCounts> Terms, List<float[]?> Vectors)> ReadAsync(
        NpgsqlConnection connection, Guid courseId, string model, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Chunks, connection) { Parameters = { new() { Value = courseId }, new() { Value = model } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (chunks, terms, vectors) = (new List<IndexedChunk>(), new List<TermCounts>(), new List<float[]?>());
        while (await reader.ReadAsync(ct))
        {
            chunks.Add(new IndexedChunk(reader.GetGuid(0), reader.GetGuid(1)));
            terms.Add(new TermCounts(reader.GetFieldValue<string[]>(2), reader.GetFieldValue<int[]>(3), reader.GetInt32(4)));
            vectors.Add(await reader.IsDBNullAsync(5, ct) ? null : reader.GetFieldValue<float[]>(5));
        }
        return (chunks, terms, vectors);
    }

    /// <summary>Of a course that is deleted nothing will change any more.</summary>
    private static async Task<long> VersionAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select content_version from courses where id = $1", connection) { Parameters = { new() { Value = courseId } } };
        return await command.ExecuteScalarAsync(ct) is long version ? version : long.MaxValue;
    }
}

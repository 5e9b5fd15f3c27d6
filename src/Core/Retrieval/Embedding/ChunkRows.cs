using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Tutor.Data;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>The tables <c>chunk_vectors</c> and <c>chunk_terms</c>.</summary>
internal static class ChunkRows
{
    /// <summary>Chunks that are counted, in the course's order.</summary>
    public static async Task<List<ChunkText>> TextsAsync(NpgsqlConnection connection, Guid courseId, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        // Two plain reads, put together here: see CourseIndexLoader.
        var terms = new Dictionary<Guid, TermCounts>();
        await using (var command = new NpgsqlCommand("select chunk_id, terms, counts, length, language from chunk_terms where course_id = $1", connection) { Parameters = { new() { Value = courseId } } })
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                terms[reader.GetGuid(0)] = new TermCounts(reader.GetFieldValue<string[]>(1), reader.GetFieldValue<int[]>(2), reader.GetInt32(3)) { Language = reader.GetString(4) };
        }
        await using (var command = new NpgsqlCommand("select id, source_id, ordinal, headings::text, text from chunks where course_id = $1 and id = any($2)", connection)
        {
            Parameters = { new() { Value = courseId }, new() { Value = ids.ToArray() } },
        })
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            var texts = new List<ChunkText>();
            while (await reader.ReadAsync(ct))
            {
                if (!terms.TryGetValue(reader.GetGuid(0), out var counted)) continue;
                var headings = JsonSerializer.Deserialize<string[]>(reader.GetString(3), JsonColumn.Options)!;
                texts.Add(new ChunkText(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), Chunk.Indexed(headings, reader.GetString(4)), counted));
            }
            return [.. texts.OrderBy(t => t.SourceId).ThenBy(t => t.Ordinal)];
        }
    }

    public static Task<HashSet<Guid>> WithVectorsAsync(NpgsqlConnection connection, Guid courseId, string model, CancellationToken ct) =>
        IdsAsync(new NpgsqlCommand("select chunk_id from chunk_vectors where course_id = $1 and model = $2", connection)
        {
            Parameters = { new() { Value = courseId }, new() { Value = model } },
        }, ct);

    public static Task<HashSet<Guid>> WithTermsAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct) =>
        IdsAsync(new NpgsqlCommand("select chunk_id from chunk_terms where course_id = $1", connection) { Parameters = { new() { Value = courseId } } }, ct);

    /// <summary>Of the model's vectors in the course; null while there are none.</summary>
    public static async Task<int?> DimensionsAsync(NpgsqlConnection connection, Guid courseId, string model, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select vector_dims(embedding) from chunk_vectors where course_id = $1 and model = $2 limit 1", connection)
        {
            Parameters = { new() { Value = courseId }, new() { Value = model } },
        };
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    /// <summary>Chunks deleted meanwhile are left out; the others cannot be before the transaction ends.</summary>
    public static async Task InsertVectorsAsync(
        NpgsqlTransaction transaction, Guid courseId, string model, IReadOnlyList<Guid> ids, IReadOnlyList<float[]> vectors, CancellationToken ct)
    {
        // All vectors as one array: pgvector takes no binary parameter, and an array of arrays would be one array to PostgreSQL as well.
        await using var command = new NpgsqlCommand("""
            insert into chunk_vectors (course_id, model, chunk_id, embedding)
            select $1, $2, c.id, ($4::real[])[(u.n - 1) * $5 + 1 : u.n * $5]::vector
            from unnest($3::uuid[]) with ordinality as u (id, n) join chunks c on c.id = u.id
            for key share of c
            on conflict do nothing
            """, transaction.Connection, transaction)
        {
            Parameters =
            {
                new() { Value = courseId }, new() { Value = model }, new() { Value = ids.ToArray() },
                new() { Value = vectors.SelectMany(v => v).ToArray() }, new() { Value = vectors[0].Length },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task CopyTermsAsync(NpgsqlTransaction transaction, Guid courseId, IEnumerable<ChunkText> chunks, CancellationToken ct)
    {
        await using var writer = await transaction.Connection!.BeginBinaryImportAsync(
            "copy chunk_terms (chunk_id, course_id, terms, counts, length, language, abbreviations) from stdin (format binary)", ct);
        foreach (var chunk in chunks)
        {
            var (terms, counts, length) = chunk.Terms;
            await writer.StartRowAsync(ct);
            await writer.WriteAsync(chunk.Id, NpgsqlDbType.Uuid, ct);
            await writer.WriteAsync(courseId, NpgsqlDbType.Uuid, ct);
            await writer.WriteAsync(terms, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
            await writer.WriteAsync(counts, NpgsqlDbType.Array | NpgsqlDbType.Integer, ct);
            await writer.WriteAsync(length, NpgsqlDbType.Integer, ct);
            await writer.WriteAsync(chunk.Terms.Language, NpgsqlDbType.Text, ct);
            await writer.WriteAsync(chunk.Terms.Abbreviations.SelectMany(a => (string[])[a.Brief, a.Full]).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
        }
        await writer.CompleteAsync(ct);
    }

    /// <summary>Counts chunks anew; those deleted meanwhile are left out, the others cannot be before the transaction ends.</summary>
    public static async Task ReplaceTermsAsync(NpgsqlTransaction transaction, Guid courseId, IEnumerable<ChunkText> chunks, CancellationToken ct)
    {
        var present = await IdsAsync(new NpgsqlCommand("select id from chunks where course_id = $1 order by id for key share", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = courseId } },
        }, ct);
        var counted = chunks.Where(c => present.Contains(c.Id)).ToList();
        await using var delete = new NpgsqlCommand("delete from chunk_terms where course_id = $1 and chunk_id = any($2)", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = courseId }, new() { Value = counted.Select(c => c.Id).ToArray() } },
        };
        await delete.ExecuteNonQueryAsync(ct);
        await CopyTermsAsync(transaction, courseId, counted, ct);
    }

    private static async Task<HashSet<Guid>> IdsAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            var ids = new HashSet<Guid>();
            while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
            return ids;
        }
    }
}

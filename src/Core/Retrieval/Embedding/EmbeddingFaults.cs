using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Tutor.Data;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>The table <c>embedding_faults</c>: courses whose passages have no vectors, or not all, and why. Looked at again after 5, 10, 20 … seconds, at most 5 minutes.</summary>
internal static class EmbeddingFaults
{
    public static async Task NoteAsync(NpgsqlConnection connection, Guid courseId, Failure why, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            insert into embedding_faults as f (course_id, failure, next_try) select id, $2, now() + interval '5 seconds' from courses where id = $1
            on conflict (course_id) do update set failure = excluded.failure, tries = f.tries + 1,
                next_try = now() + least(interval '5 minutes', interval '5 seconds' * power(2, least(f.tries, 10)))
            """, connection)
        {
            Parameters = { new() { Value = courseId }, new() { Value = JsonSerializer.Serialize(why, JsonColumn.Options), NpgsqlDbType = NpgsqlDbType.Jsonb } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task ClearAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("delete from embedding_faults where course_id = $1", connection) { Parameters = { new() { Value = courseId } } };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<Failure?> OfAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select failure::text from embedding_faults where course_id = $1", connection) { Parameters = { new() { Value = courseId } } };
        return await command.ExecuteScalarAsync(ct) is string json ? JsonSerializer.Deserialize<Failure>(json, JsonColumn.Options) : null;
    }
}

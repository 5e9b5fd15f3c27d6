using Npgsql;

namespace Tutor.Retrieval.Embedding;

/// <summary>What is on its way into a course.</summary>
internal static class Arrivals
{
    // Asked under the course's lock: of sources that are worked on at once, the last to come sees all others embedded.
    private const string Sql = """
        select not exists (
            select from sources s where s.course_id = $1 and s.id is distinct from $2 and (
                s.state in ('Queued', 'Parsing')
                or s.state = 'Embedding' and (
                    not exists (select from chunks c where c.source_id = s.id)
                    or exists (select from chunks c where c.source_id = s.id and not exists (
                        select from chunk_vectors v join course_models m on m.course_id = v.course_id and m.model = v.model and m.current
                        where v.course_id = $1 and v.chunk_id = c.id)))))
        """;

    /// <param name="but">The source whose chunks are here.</param>
    public static async Task<bool> AreOverAsync(NpgsqlConnection connection, Guid courseId, Guid? but, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = courseId }, new() { Value = (object?)but ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

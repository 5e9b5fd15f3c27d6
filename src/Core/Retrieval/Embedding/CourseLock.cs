using System.Data;
using Npgsql;

namespace Tutor.Retrieval.Embedding;

/// <summary>One embeds at a time in a course, whichever node it is on. The lock is the connection's: PostgreSQL frees it when a worker dies.</summary>
internal sealed class CourseLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _key;

    private CourseLock(NpgsqlConnection connection, string key) => (_connection, _key) = (connection, key);

    public static async Task<CourseLock> TakeAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        var key = $"embedding:{courseId}";
        await using var command = Command(connection, "select pg_advisory_lock(hashtextextended($1, 0))", key);
        command.CommandTimeout = 0; // as long as the one before takes
        await command.ExecuteNonQueryAsync(ct);
        return new CourseLock(connection, key);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.State != ConnectionState.Open) return;
        await using var command = Command(_connection, "select pg_advisory_unlock(hashtextextended($1, 0))", _key);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string key) =>
        new(sql, connection) { Parameters = { new() { Value = key } } };
}

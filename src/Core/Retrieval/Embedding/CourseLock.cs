using System.Data;
using Npgsql;

namespace Tutor.Retrieval.Embedding;

/// <summary>
/// One embeds at a time in a course, whichever node it is on. The lock is its connection's: PostgreSQL frees it when a worker dies.
/// Who waits holds no connection: the pool is small, and the one who works needs it.
/// </summary>
internal sealed class CourseLock : IAsyncDisposable
{
    private static readonly TimeSpan s_betweenTries = TimeSpan.FromMilliseconds(100);

    private readonly string _key;

    private CourseLock(NpgsqlConnection connection, string key) => (Connection, _key) = (connection, key);

    public NpgsqlConnection Connection { get; }

    public static async Task<CourseLock> TakeAsync(NpgsqlDataSource data, Guid courseId, CancellationToken ct)
    {
        var key = $"embedding:{courseId}";
        while (true)
        {
            var connection = await data.OpenConnectionAsync(ct);
            if (await TryAsync(connection, "select pg_try_advisory_lock(hashtextextended($1, 0))", key, ct)) return new CourseLock(connection, key);
            await connection.DisposeAsync();
            await Task.Delay(s_betweenTries, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Connection.State == ConnectionState.Open)
            await TryAsync(Connection, "select pg_advisory_unlock(hashtextextended($1, 0))", _key, CancellationToken.None);
        await Connection.DisposeAsync();
    }

    private static async Task<bool> TryAsync(NpgsqlConnection connection, string sql, string key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

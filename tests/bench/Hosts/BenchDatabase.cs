using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Data;

namespace Tutor.Hosts;

/// <summary>A migrated database of a benchmark's own, dropped at the end.</summary>
public sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private BenchDatabase(string server, string name)
    {
        (_server, _name) = (server, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        Source = NpgsqlDataSource.Create(ConnectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<BenchDatabase> CreateAsync(string server, CancellationToken ct)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"create database {name}", ct);
        var database = new BenchDatabase(server, name);
        await using var db = database.NewContext();
        await db.Database.MigrateAsync(ct);
        return database;
    }

    public TutorDb NewContext() => new(new DbContextOptionsBuilder<TutorDb>().UseNpgsql(Source).Options);

    /// <summary>The one value that a query answers.</summary>
    public async Task<T> ScalarAsync<T>(string sql, CancellationToken ct)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(ct) ?? throw new InvalidOperationException("The query answers nothing."));
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await ExecuteAsync(_server, $"drop database if exists {_name} with (force)", CancellationToken.None);
    }

    private static async Task ExecuteAsync(string server, string sql, CancellationToken ct)
    {
        await using var data = NpgsqlDataSource.Create(server);
        await using var command = data.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Data;

namespace Tutor;

/// <summary>
/// A database of its own for a test class, cloned from a template that is migrated once. PostgreSQL is the real one,
/// found by TUTOR_TEST_DATABASE: a superuser's connection string to the database <c>postgres</c>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim s_template = new(1, 1);
    private static string? s_templateName;
    private readonly string _name;

    private TestDatabase(string name, string connectionString)
    {
        _name = name;
        ConnectionString = connectionString;
        DataSource = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }
    public NpgsqlDataSource DataSource { get; }

    private static string Server => Environment.GetEnvironmentVariable("TUTOR_TEST_DATABASE")
        ?? throw new InvalidOperationException("TUTOR_TEST_DATABASE is not set. Run the tests with ./tutor test, which starts a PostgreSQL for them.");

    public static async Task<TestDatabase> CreateAsync(CancellationToken ct = default)
    {
        var template = await TemplateAsync(ct);
        var name = "t_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"create database {name} template {template} strategy file_copy", ct);
        return new TestDatabase(name, With(name));
    }

    public TutorDb NewContext() => new(new DbContextOptionsBuilder<TutorDb>().UseNpgsql(DataSource).Options);

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await ExecuteAsync($"drop database if exists {_name} with (force)", CancellationToken.None);
    }

    // One template for this process: the schema may differ between two builds that share a server.
    private static async Task<string> TemplateAsync(CancellationToken ct)
    {
        await s_template.WaitAsync(ct);
        try
        {
            if (s_templateName is not null) return s_templateName;
            var name = "template_" + Guid.NewGuid().ToString("N");
            await ExecuteAsync($"create database {name}", ct);
            await using (var data = NpgsqlDataSource.Create(With(name) + ";Pooling=false"))
            await using (var db = new TutorDb(new DbContextOptionsBuilder<TutorDb>().UseNpgsql(data).Options))
                await db.Database.MigrateAsync(ct);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ExecuteAsync($"drop database if exists {name} with (force)", CancellationToken.None).GetAwaiter().GetResult();
            return s_templateName = name;
        }
        finally
        {
            s_template.Release();
        }
    }

    private static string With(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        // "create database … template" needs the server to itself for a moment; a class that is faster than another waits.
        await using var data = NpgsqlDataSource.Create(Server);
        await using var command = data.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}

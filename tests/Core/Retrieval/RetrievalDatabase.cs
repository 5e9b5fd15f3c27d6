using Xunit;

namespace Tutor.Retrieval;

/// <summary>One database for a class of tests, each with courses of its own.</summary>
public sealed class RetrievalDatabase : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal Task<ACourse> ACourseAsync() => ACourse.InAsync(_database);

    internal Npgsql.NpgsqlDataSource DataSource => _database.DataSource;

    internal ACourse NoCourse() => new(_database);

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Tutor.Data;

public sealed class MigratingADatabase
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_every_table_and_column_of_the_model()
    {
        await using var database = await TestDatabase.CreateAsync(Ct);
        await using var db = database.NewContext();
        var wanted = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName()}"));

        var present = await ColumnsAsync(database.DataSource);

        Assert.Empty(wanted.Except(present).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(Ct);
        await using var db = database.NewContext();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        await db.Database.MigrateAsync(Ct);
    }

    private static async Task<HashSet<string>> ColumnsAsync(NpgsqlDataSource data)
    {
        await using var command = data.CreateCommand("select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'");
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var columns = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(Ct)) columns.Add(reader.GetString(0));
        return columns;
    }
}

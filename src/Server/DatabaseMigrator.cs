using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Data;

namespace Tutor;

internal static class DatabaseMigrator
{
    /// <summary>Brings the database up to date; waits a minute for one that is still starting.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Tutor.Database");
        for (var patience = 60; ; patience--)
        {
            try
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<TutorDb>>().CreateDbContextAsync(ct);
                await db.Database.MigrateAsync(ct);
                return;
            }
            catch (Exception e) when (patience > 0 && (e is PostgresException { IsTransient: true } or NpgsqlException { InnerException: System.Net.Sockets.SocketException }))
            {
                log.LogWarning("The database does not answer yet ({Reason}).", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Tutor.Data;

namespace Tutor.Health;

/// <summary>Whether the process lives, and whether it can serve: 200, or 503 with the reasons. Further checks join with the tag <see cref="Ready"/>.</summary>
public static class HealthApi
{
    public const string Ready = "ready";

    internal static void Add(IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(5));

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = Word(report.Status),
        checks = report.Entries.Select(e => new { name = e.Key, status = Word(e.Value.Status), reason = e.Value.Description }),
    });

    private static string Word(HealthStatus status) => Inputs.WordOf(status);
}

internal sealed class DatabaseCheck(IDbContextFactory<TutorDb> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The database lacks {pending} migrations; they are applied when a server starts.");
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or InvalidOperationException { InnerException: NpgsqlException })
        {
            return HealthCheckResult.Unhealthy("The database cannot be reached.");
        }
    }
}

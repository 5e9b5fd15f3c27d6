using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Tutor.Data;

public static class DatabaseSetup
{
    /// <summary>One pool for everything that talks to PostgreSQL; also registered as <see cref="DbDataSource"/>, under which Quartz looks it up.</summary>
    public static IServiceCollection AddTutorDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton<DbDataSource>(s => s.GetRequiredService<NpgsqlDataSource>());
        services.AddPooledDbContextFactory<TutorDb>((s, options) => options.UseNpgsql(s.GetRequiredService<NpgsqlDataSource>()));
        services.TryAddScoped(s => s.GetRequiredService<IDbContextFactory<TutorDb>>().CreateDbContext());
        return services;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tutor.Hosts;

/// <summary>
/// What the product is compared with: a minimal API without authentication, routing beyond one address, or a framework of pages.
/// <c>bytes PORT FILE</c> answers the same bytes; <c>row PORT CONNECTION</c> one row by its primary key through Npgsql.
/// </summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:" + int.Parse(args[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        var app = builder.Build();
        if (args[0] == "bytes") MapBytes(app, await File.ReadAllBytesAsync(args[2]));
        else MapRow(app, args[2]);
        await app.RunAsync();
        return 0;
    }

    private static void MapBytes(WebApplication app, byte[] bytes) => app.MapGet("/", (HttpContext http) =>
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    });

    private static void MapRow(WebApplication app, string connection)
    {
        var data = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = Environment.ProcessorCount });
        app.MapGet("/", async (CancellationToken ct) =>
        {
            await using var command = data.CreateCommand("select title from courses where id = $1");
            command.Parameters.Add(new() { Value = Guid.Empty });
            return await command.ExecuteScalarAsync(ct) as string ?? "";
        });
    }
}

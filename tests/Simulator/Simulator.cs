using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Tutor.Simulation;

/// <summary>
/// A language model's endpoint that speaks the real protocol over real HTTP and answers from the passages in the prompt, or shows a fault on request.
/// It knows nothing of the product's code: what it reads is what a model would read.
/// </summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Simulator(WebApplication app, RequestLog log, ModeQueue modes) => (_app, Log, Modes) = (app, log, modes);

    /// <summary>Without a slash at the end.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public RequestLog Log { get; }

    /// <summary>What the next requests are answered with, whatever model they name.</summary>
    public ModeQueue Modes { get; }

    /// <param name="port">0 for a free one.</param>
    public static async Task<Simulator> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1)); // Hanging answers would be waited for.
        var app = builder.Build();
        var (log, modes) = (new RequestLog(), new ModeQueue());
        app.MapPost("/v1/chat/completions", http => new ChatEndpoint(log, modes).AnswerAsync(http));
        app.MapPost("/v1/embeddings", http => new EmbeddingEndpoint(log, modes).AnswerAsync(http));
        app.MapGet("/v1/models", () => new { @object = "list", data = new[] { new { id = "sim", @object = "model", created = 1, owned_by = "tutor" } } });
        app.MapGet("/_log", () => log.All);
        app.MapDelete("/_log", log.Clear);
        app.MapPost("/_modes", http => AddModesAsync(http, modes));
        await app.StartAsync();
        return new Simulator(app, log, modes);
    }

    // Read by hand, so that curl -d needs no header.
    private static async Task AddModesAsync(HttpContext http, ModeQueue modes)
    {
        try
        {
            modes.Add(await JsonSerializer.DeserializeAsync<string[]>(http.Request.Body, cancellationToken: http.RequestAborted) ?? []);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(e.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

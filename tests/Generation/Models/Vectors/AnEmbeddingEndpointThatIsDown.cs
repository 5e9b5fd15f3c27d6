using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Tutor.Simulation;
using Tutor.Sources;
using Xunit;

namespace Tutor.Models.Vectors;

/// <summary>A server whose embedding endpoint is not there when it starts.</summary>
public sealed class AppWithAnEndpoint : TutorApp
{
    public int Port { get; private set; }

    public Uri Endpoint => new($"http://127.0.0.1:{Port}");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        using (var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        }
        builder.UseSetting("TUTOR_EMBEDDER", "endpoint");
        builder.UseSetting("TUTOR_LLM_ENDPOINT", Endpoint.ToString());
        builder.UseSetting("TUTOR_LLM_EMBEDDER_MODEL", "sim");
        builder.UseSetting("Models:Endpoints:default:Retries", "0");
        builder.UseSetting("Models:Endpoints:default:RestSeconds", "0.01");
    }
}

public sealed class AnEmbeddingEndpointThatIsDown(AppWithAnEndpoint app) : IClassFixture<AppWithAnEndpoint>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_become_ready_searches_are_answered_staff_are_told_and_all_heals_by_itself()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);

        var source = await course.IngestAsync("cells.md", "# Cells\n\nWater crosses membranes by osmosis.\n\n# Carbon\n\nCarbon makes four bonds.\n");

        Assert.Equal(SourceState.Ready, source.State);
        Assert.Contains("osmosis", await FirstPassageAsync(instructor, course.Id), StringComparison.Ordinal);
        var state = await StateAsync(instructor, course.Id);
        Assert.Equal("embedding-endpoint-unreachable", state.GetProperty("failure").GetProperty("code").GetString());

        await using var simulator = await Simulator.StartAsync(app.Port);
        while ((state = await StateAsync(instructor, course.Id)).GetProperty("failure").ValueKind != JsonValueKind.Null)
        {
            // As if the time until the next try had passed.
            await using var soon = app.Database.DataSource.CreateCommand("update embedding_faults set next_try = now()");
            await soon.ExecuteNonQueryAsync(Ct);
            await Task.Delay(200, Ct);
        }

        Assert.Equal("endpoint:sim", state.GetProperty("model").GetString());
        Assert.Contains("osmosis", await FirstPassageAsync(instructor, course.Id), StringComparison.Ordinal);
    }

    private static Task<JsonElement> StateAsync(Person person, Guid course) => person.Client.GetFromJsonAsync<JsonElement>($"/api/v1/courses/{course}/embedding", Ct);

    private static async Task<string> FirstPassageAsync(Person person, Guid course) =>
        (await person.Client.GetFromJsonAsync<JsonElement>($"/api/v1/courses/{course}/passages?q=osmosis", Ct)).GetProperty("passages")[0].GetProperty("text").GetString()!;
}

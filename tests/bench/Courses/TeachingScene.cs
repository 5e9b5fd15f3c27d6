using Tutor.Benchmarks;
using Tutor.Hosts;
using Tutor.Load;

namespace Tutor.Courses;

/// <summary>A running server and an instructor who has no course yet.</summary>
public sealed class TeachingScene : IAsyncDisposable
{
    private TeachingScene(BenchDatabase database, TutorProcess server, string token) => (Database, Server, Token, Api) = (database, server, token, new Api(server.Address, token));

    public BenchDatabase Database { get; }

    public TutorProcess Server { get; }

    public string Token { get; }

    public Api Api { get; }

    public static async Task<TeachingScene> MakeAsync(BenchRun run, CancellationToken ct, IReadOnlyDictionary<string, string>? settings = null)
    {
        var database = await run.DatabaseAsync(ct);
        var server = await TutorProcess.StartAsync(database, ct, settings);
        var teacher = (await Learners.AddAsync(database, 1, null, ct, People.Roles.Instructor))[0];
        return new TeachingScene(database, server, teacher.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }
}

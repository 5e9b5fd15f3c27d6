using Tutor.Benchmarks;
using Tutor.Data;
using Tutor.Hosts;
using Tutor.Load;

namespace Tutor.Courses;

/// <summary>A running server with the demo course published.</summary>
public sealed class DemoScene : IAsyncDisposable
{
    private DemoScene(BenchDatabase database, TutorProcess server, Guid moduleId) => (Database, Server, ModuleId) = (database, server, moduleId);

    public static Guid CourseId { get; } = NamedGuid.Create(Guid.Empty, "demo course");

    public BenchDatabase Database { get; }

    public TutorProcess Server { get; }

    /// <summary>The course's first module.</summary>
    public Guid ModuleId { get; }

    public static async Task<DemoScene> MakeAsync(BenchRun run, CancellationToken ct)
    {
        var database = await run.DatabaseAsync(ct);
        var server = await TutorProcess.StartAsync(database, ct);
        await server.RunAsync("seed", ct);
        using var instructor = await Api.InstructorAsync(server, ct);
        var modules = await instructor.GetAsync($"courses/{CourseId}/modules", ct);
        return new DemoScene(database, server, modules.GetProperty("modules")[0].GetProperty("id").GetGuid());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }
}

using Tutor.Benchmarks;
using Tutor.Load;
using Tutor.Simulation;

namespace Tutor.Courses;

/// <summary>A running server whose writer is the simulated endpoint, and an instructor who has no course yet.</summary>
public sealed class ModelScene : IAsyncDisposable
{
    private ModelScene(Simulator simulator, TeachingScene teaching) => (Simulator, Teaching) = (simulator, teaching);

    public Simulator Simulator { get; }

    public TeachingScene Teaching { get; }

    public Api Api => Teaching.Api;

    public static async Task<ModelScene> MakeAsync(BenchRun run, CancellationToken ct)
    {
        var simulator = await Simulator.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["TUTOR_LLM_ENDPOINT"] = simulator.Address + "/v1", ["TUTOR_LLM_WRITER_MODEL"] = "sim", ["TUTOR_LLM_TOKENS_PER_DAY"] = "0", ["TUTOR_DEMO"] = "off",
        };
        return new ModelScene(simulator, await TeachingScene.MakeAsync(run, ct, settings));
    }

    /// <summary>A course of the first book with all of it written.</summary>
    public async Task<(Guid Course, IReadOnlyList<Guid> Modules)> WriteAsync(int files, CancellationToken ct)
    {
        var course = await Api.CourseAsync("A course", ct);
        await Api.UploadAsync(course, Material.Books[0].Files.Take(files), ct);
        await Api.ReadyAsync(course, ct);
        await Api.WriteAsync($"courses/{course}/outlines", new { }, ct);
        while (await Teaching.Database.ScalarAsync<long>($"select count(*) from generations where course_id = '{course}' and state in ('Queued', 'Running')", ct) > 0) await Task.Delay(20, ct);
        var modules = (await Api.GetAsync($"courses/{course}/modules", ct)).GetProperty("modules").EnumerateArray().Select(m => m.GetProperty("id").GetGuid()).ToList();
        return (course, modules);
    }

    /// <summary>Calls and tokens of a prompt so far; of all where none is named.</summary>
    public async Task<(long Calls, long Tokens)> SpentAsync(string prompts, CancellationToken ct) => (
        await Teaching.Database.ScalarAsync<long>($"select count(*) from model_calls where prompt like '{prompts}'", ct),
        await Teaching.Database.ScalarAsync<long>($"select coalesce(sum(input_tokens + output_tokens), 0)::bigint from model_calls where prompt like '{prompts}'", ct));

    public async ValueTask DisposeAsync()
    {
        await Teaching.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}

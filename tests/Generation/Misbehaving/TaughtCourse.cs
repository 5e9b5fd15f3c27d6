using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.ModelWriting;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;
using Xunit;

namespace Tutor.Misbehaving;

/// <summary>A course that was written while the endpoint behaved as it did, published, and read by somebody enrolled in it.</summary>
internal sealed class TaughtCourse
{
    private readonly ModelApp _app;
    private readonly Guid _id;

    private TaughtCourse(ModelApp app, Guid id, Person learner) => (_app, _id, Learner) = (app, id, learner);

    public Person Learner { get; }

    /// <param name="mode">How the endpoint answers every request of it, until <see cref="Simulation.ModeQueue.Clear"/>.</param>
    public static async Task<TaughtCourse> WriteAsync(ModelApp app, string mode, string name, byte[] material, params (string Name, byte[] Bytes)[] more)
    {
        app.Simulator.Modes.Clear();
        app.Simulator.Modes.Add(Enumerable.Repeat(mode, 1000));
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        var source = await course.EndOfAsync((await course.UploadAsync(name, material)).Source!.Id);
        Assert.Equal(SourceState.Ready, source.State);
        foreach (var (other, bytes) in more) await course.EndOfAsync((await course.UploadAsync(other, bytes)).Source!.Id);
        await app.WriteAsync(course.Id);
        (await instructor.Client.PostAsJsonAsync($"/api/v1/courses/{course.Id}/publications", new { })).EnsureSuccessStatusCode();
        var learner = await app.AddPersonAsync();
        (await learner.Client.PostAsJsonAsync($"/api/v1/courses/{course.Id}/enrollments", new { })).EnsureSuccessStatusCode();
        return new TaughtCourse(app, course.Id, learner);
    }

    public async Task<IReadOnlyList<Generation>> GenerationsAsync()
    {
        await using var db = _app.NewContext();
        return await db.Generations.AsNoTracking().Where(g => g.CourseId == _id).ToListAsync();
    }

    public async Task<IReadOnlyList<Revision>> RevisionsAsync(ReviewableKind kind)
    {
        await using var db = _app.NewContext();
        return await db.Reviewables.Where(r => r.CourseId == _id && r.Kind == kind).Join(db.Revisions, r => r.RevisionId, v => v.Id, (_, v) => v).AsNoTracking().ToListAsync();
    }

    /// <summary>How the writer's calls ended.</summary>
    public async Task<IReadOnlyList<(string Outcome, int Calls, long Tokens, bool Estimated)>> CallsAsync()
    {
        await using var command = _app.Database.DataSource.CreateCommand(
            "select outcome, count(*)::int, sum(input_tokens + output_tokens)::bigint, bool_or(estimated) from model_calls where course_id = $1 and outcome <> 'running' group by outcome order by outcome");
        command.Parameters.Add(new NpgsqlParameter { Value = _id });
        await using var reader = await command.ExecuteReaderAsync();
        var calls = new List<(string, int, long, bool)>();
        while (await reader.ReadAsync()) calls.Add((reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetBoolean(3)));
        return calls;
    }

    /// <summary>All that a learner is given of the first module: the lesson, told for a profile, as data and as a page, and the quiz.</summary>
    public async Task<(JsonElement Lesson, string Page, JsonElement Quiz)> ReadAsync()
    {
        var modules = await GetAsync($"courses/{_id}/modules");
        var module = modules.GetProperty("modules")[0].GetProperty("id").GetGuid();
        var lesson = await GetAsync($"modules/{module}/lesson?detail=brief&style=outline");
        using var pages = await PageClient.StartAsync(_app, Learner);
        var (status, page, _) = await pages.GetAsync($"/modules/{module}");
        Assert.Equal(HttpStatusCode.OK, status);
        return (lesson, page, await GetAsync($"modules/{module}/quiz"));
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Learner.Client.GetAsync(new Uri("/api/v1/" + path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}

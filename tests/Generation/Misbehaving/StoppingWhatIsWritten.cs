using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Jobs;
using Tutor.ModelWriting;
using Tutor.Work;
using Xunit;

namespace Tutor.Misbehaving;

public sealed class StoppingWhatIsWritten(ModelApp app) : IClassFixture<ModelApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cuts_the_models_call_and_keeps_nothing()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await course.IngestAsync("cells.md", $"# Cells\n\n{string.Join("\n\n", Cells.Chunks.Select(c => $"## {c.Headings[^1]}\n\n{c.Text}"))}\n");
        app.Simulator.Modes.Add("slow=60");
        var outline = await app.Services.GetRequiredService<GenerationRequests>().OutlineAsync(course.Id, instructor.Id, Ct);
        while (app.Simulator.Log.All.Count == 0) await Task.Delay(20, Ct);

        using var stopped = await instructor.Client.DeleteAsync(new Uri($"/api/v1/generations/{outline.Id}", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        await using var db = app.NewContext();
        while (!await CalledAsync("stopped", course.Id)) await Task.Delay(20, Ct);
        var left = await db.Generations.SingleAsync(g => g.Id == outline.Id, Ct);
        Assert.Equal((WorkState.Failed, "cancelled"), (left.State, left.Failure?.Code));
        Assert.Empty(await db.Modules.Where(m => m.CourseId == course.Id).ToListAsync(Ct));
        Assert.False(await app.Services.GetRequiredService<GenerationQueue>().CancelAsync(outline.Id, Ct));
    }

    private async Task<bool> CalledAsync(string outcome, Guid course)
    {
        await using var command = app.Database.DataSource.CreateCommand("select count(*) from model_calls where course_id = $1 and outcome = $2");
        command.Parameters.Add(new() { Value = course });
        command.Parameters.Add(new() { Value = outcome });
        return (long)(await command.ExecuteScalarAsync(Ct))! > 0;
    }
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Jobs;
using Tutor.Simulation;
using Tutor.Work;

namespace Tutor.ModelWriting;

/// <summary>The whole server with a simulated endpoint as its writer.</summary>
public class ModelApp : TutorApp
{
    public Simulator Simulator { get; } = Simulator.StartAsync().GetAwaiter().GetResult();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Simulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A course whose outline, lessons and items have been asked for and written, or refused.</summary>
    public async Task<Guid> WriteCourseAsync(string material)
    {
        var course = await TestCourse.AddAsync(this);
        await course.IngestAsync("cells.md", material);
        await WriteAsync(course.Id);
        return course.Id;
    }

    public async Task WriteAsync(Guid course)
    {
        await Services.GetRequiredService<GenerationRequests>().OutlineAsync(course, null, CancellationToken.None);
        for (var n = 0; n < 600; n++)
        {
            await using var db = NewContext();
            if (db.Generations.Where(g => g.CourseId == course).All(g => g.State == WorkState.Ready || g.State == WorkState.Failed)) return;
            await Task.Delay(100);
        }
        throw new TimeoutException("The course is not written after a minute.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("TUTOR_LLM_ENDPOINT", Simulator.Address + "/v1");
        builder.UseSetting("TUTOR_LLM_WRITER_MODEL", "sim");
        builder.UseSetting("Models:Endpoints:default:RetryPauseSeconds", "0.01");
        builder.UseSetting("Models:Endpoints:default:BreakAfter", "1000");
    }
}

using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Tutor.ModelWriting;

public sealed class ForecastingACourse(ModelApp app) : IClassFixture<ModelApp>
{
    [Fact]
    public async Task Brackets_what_it_then_takes()
    {
        var course = await TestCourse.AddAsync(app);
        await course.IngestAsync("cells.md", $"# Cells\n\n{string.Join("\n\n", Cells.Chunks.Select(c => $"## {c.Headings[^1]}\n\n{c.Text}"))}\n");
        var forecaster = app.Services.GetRequiredService<CourseForecaster>();

        var before = await forecaster.OfAsync(course.Id, TestContext.Current.CancellationToken);
        await app.WriteAsync(course.Id);
        var after = await forecaster.OfAsync(course.Id, TestContext.Current.CancellationToken);

        Assert.Equal(before.Modules, after.Modules);
        Assert.Equal(0, before.Taken.Calls);
        Assert.InRange(after.Taken.Calls, before.Calls.Least, before.Calls.Most);
        Assert.InRange(after.Taken.InputTokens + after.Taken.OutputTokens, before.Tokens.Least / 2, before.Tokens.Most);
    }
}

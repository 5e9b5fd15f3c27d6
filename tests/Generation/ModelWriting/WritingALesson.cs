using Tutor.Models;
using Xunit;

namespace Tutor.ModelWriting;

public sealed class WritingALesson(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ok")]
    [InlineData("fence")]
    public async Task Gives_one_that_passes_the_checks_of_every_lesson(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode));

        var written = await WriteAsync(bench);

        Assert.All(written.Body!.Checks, c => Assert.True(c.Passed, c.Message));
        Assert.All(written.Body.Body.Citations, c => Assert.True(Cells.Holds(c)));
        Assert.Equal(Cells.Objectives.Select(o => (Guid?)o.Id), written.Body.Body.Sections.Select(s => s.ObjectiveId).Where(o => o is not null));
        Assert.False(written.Repaired);
    }

    [Theory]
    [InlineData("not-json")]
    [InlineData("wrong-schema")]
    [InlineData("invented")]
    [InlineData("altered")]
    [InlineData("other-language")]
    [InlineData("obeys")]
    public async Task That_fails_goes_back_once_and_is_left_to_the_extractive_writer_where_it_fails_again(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage);
        bench.Simulator.Modes.Add(mode, "ok", mode, mode);

        var once = await WriteAsync(bench);
        var twice = await WriteAsync(bench);

        Assert.True(once is { Repaired: true, Body: not null });
        Assert.Null(twice.Body);
        Assert.Equal(4, bench.Simulator.Log.All.Count);
        Assert.DoesNotContain("attacker", string.Concat(once.Body.Body.Sections.SelectMany(s => s.Sentences).Select(s => s.Text)), StringComparison.Ordinal);
    }

    private static async Task<Written<WrittenLesson>> WriteAsync(ModelBench bench) =>
        await new ModelLesson(bench.Runner).WriteAsync(Cells.Module(await bench.AddCourseAsync(), Cells.Objectives), Cells.Support, Ct);
}

using Tutor.Models;
using Xunit;

namespace Tutor.ModelWriting;

public sealed class WritingObjectives(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ok")]
    [InlineData("fence")]
    public async Task Takes_those_that_pass_every_check_with_the_chunks_own_words(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode));

        var written = await new ModelObjectives(bench.Runner).WriteAsync(Cells.Module(await bench.AddCourseAsync()), 4, Ct);

        Assert.Equal(4, written.Body!.Count);
        Assert.All(written.Body, o => Assert.All(o.Checks, c => Assert.True(c.Passed, c.Message)));
        Assert.All(written.Body.SelectMany(o => o.Body.Citations), c => Assert.True(Cells.Holds(c)));
        Assert.False(written.Repaired);
        Assert.Equal((written.InputTokens, written.OutputTokens, "objectives", "answered"), (await bench.CallsAsync()) is [var c] ? (c.InputTokens, c.OutputTokens, c.Prompt, c.Outcome) : default);
    }

    [Theory]
    [InlineData("not-json")]
    [InlineData("wrong-schema")]
    [InlineData("invented")]
    [InlineData("altered")]
    [InlineData("other-language")]
    [InlineData("obeys")]
    public async Task That_fail_go_back_once_with_the_reasons(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage);
        bench.Simulator.Modes.Add(mode);

        var written = await new ModelObjectives(bench.Runner).WriteAsync(Cells.Module(await bench.AddCourseAsync()), 4, Ct);

        Assert.True(written.Repaired);
        Assert.Equal(4, written.Body!.Count);
        Assert.Equal(2, bench.Simulator.Log.All.Count);
        Assert.Contains("An earlier draft of yours failed", bench.Simulator.Log.All[1].Body, StringComparison.Ordinal);
        Assert.Contains("[[begin r1 ", bench.Simulator.Log.All[1].Body, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.CallsAsync()).Count);
    }

    [Theory]
    [InlineData("not-json")]
    [InlineData("wrong-schema")]
    [InlineData("invented")]
    [InlineData("altered")]
    [InlineData("other-language")]
    [InlineData("obeys")]
    public async Task That_fail_twice_are_left_to_the_extractive_writer(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode));

        var written = await new ModelObjectives(bench.Runner).WriteAsync(Cells.Module(await bench.AddCourseAsync()), 4, Ct);

        Assert.Null(written.Body);
        Assert.NotEmpty(written.Faults);
        Assert.Equal(2, bench.Simulator.Log.All.Count);
    }

    [Fact]
    public async Task Repeats_none_that_are_there_already()
    {
        using var bench = await ModelBench.StartAsync(stage);
        var course = await bench.AddCourseAsync();
        var first = await new ModelObjectives(bench.Runner).WriteAsync(Cells.Module(course), 5, Ct);
        var present = first.Body!.Select(o => new Writing.LessonObjective(Guid.NewGuid(), o.Body)).ToArray();

        var again = await new ModelObjectives(bench.Runner).WriteAsync(Cells.Module(course, present), 5, Ct);

        Assert.Null(again.Body);
    }

    [Fact]
    public async Task Whose_model_is_away_says_so_in_the_failures_words()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+500"));
        var module = Cells.Module(await bench.AddCourseAsync());

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => new ModelObjectives(bench.Runner).WriteAsync(module, 4, Ct));

        Assert.Equal("model-server-error", failed.Failure.Code);
    }
}

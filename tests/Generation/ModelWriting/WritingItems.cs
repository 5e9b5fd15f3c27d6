using Tutor.Models;
using Xunit;

namespace Tutor.ModelWriting;

public sealed class WritingItems(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ok")]
    [InlineData("fence")]
    public async Task Takes_those_that_pass_every_check(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode));

        var written = await WriteAsync(bench);

        Assert.True(written.Body is { Count: > 0 }, string.Join("\n", written.Faults));
        Assert.All(written.Body!.SelectMany(i => i.Checks), c => Assert.True(c.Passed, c.Message));
        Assert.All(written.Body!, i => Assert.Single(i.Body.Choices, c => c.IsKey));
        Assert.All(written.Body!.SelectMany(i => i.Body.Citations.Concat(i.Body.Choices.SelectMany(c => c.Citations))), c => Assert.True(Cells.Holds(c)));
        Assert.All(written.Body!, i => Assert.Contains(i.ObjectiveId, Cells.Objectives.Select(o => (Guid?)o.Id)));
    }

    [Theory]
    [InlineData("two-keys")]
    [InlineData("unproved")]
    [InlineData("invented")]
    [InlineData("altered")]
    [InlineData("other-language")]
    [InlineData("obeys")]
    public async Task That_fail_go_back_once_each_with_the_reasons(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage);
        bench.Simulator.Modes.Add(mode);

        var written = await WriteAsync(bench);

        Assert.True(written.Body is { Count: > 0 }, string.Join("\n", written.Faults));
        Assert.Contains(written.Body!, i => i.Repaired);
        Assert.All(written.Body!.SelectMany(i => i.Checks), c => Assert.True(c.Passed, c.Message));
        Assert.Equal("items", bench.Simulator.Log.All[0].Task);
        Assert.All(bench.Simulator.Log.All.Skip(1), r => Assert.Equal("item_repair", r.Task));
    }

    [Theory]
    [InlineData("two-keys")]
    [InlineData("unproved")]
    [InlineData("invented")]
    [InlineData("altered")]
    [InlineData("other-language")]
    [InlineData("obeys")]
    [InlineData("wrong-schema")]
    [InlineData("not-json")]
    public async Task That_fail_twice_are_dropped(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode));

        var written = await WriteAsync(bench);

        Assert.Null(written.Body);
        Assert.NotEmpty(written.Faults);
        Assert.True(bench.Simulator.Log.All.Count <= 7);
    }

    private static async Task<Written<IReadOnlyList<WrittenItem>>> WriteAsync(ModelBench bench) =>
        await new ModelItems(bench.Runner).WriteAsync(Cells.Module(await bench.AddCourseAsync(), Cells.Objectives), 4, [], Cells.ItemChecks, Cells.Support, Ct);
}

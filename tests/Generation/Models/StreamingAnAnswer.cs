using Xunit;

namespace Tutor.Models;

/// <summary>A stream is tried again, or by another model, only until its first words have been given away.</summary>
public sealed class StreamingAnAnswer(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comes_in_pieces()
    {
        using var bench = await ModelBench.StartAsync(stage);
        var course = await bench.AddCourseAsync();

        var pieces = await bench.Runner.StreamAsync(bench.Runner["chat_answer"], Values.ForChat("What is osmosis?"), course, Ct).ToListAsync(Ct);

        Assert.True(pieces.Count > 3);
        Assert.Contains("Osmosis is the movement of water", string.Concat(pieces), StringComparison.Ordinal);
        Assert.Equal(("Tutor", "chat_answer", "answered"), (await bench.CallsAsync()) is [var c] ? (c.Role, c.Prompt, c.Outcome) : default);
    }

    [Theory]
    [InlineData("cut=1", "model-connection-lost", "30")]
    [InlineData("hangs", "model-stalled", "0.3")]
    public async Task That_breaks_off_in_the_middle_is_not_begun_again(string mode, string outcome, string idle)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode), ("Models:Roles:Tutor:IdleSeconds", idle));
        var course = await bench.AddCourseAsync();
        var heard = new List<string>();

        var failed = await Assert.ThrowsAsync<ModelFailedException>(async () =>
        {
            await foreach (var piece in bench.Runner.StreamAsync(bench.Runner["chat_answer"], Values.ForChat("What is osmosis?"), course, Ct)) heard.Add(piece);
        });

        Assert.Equal(outcome, failed.Failure.Code);
        Assert.NotEmpty(heard);
        Assert.Single(bench.Simulator.Log.All);
        var call = Assert.Single(await bench.CallsAsync());
        Assert.Equal(outcome, call.Outcome);
        Assert.True(call is { InputTokens: > 100, OutputTokens: > 0, Estimated: true });
    }

    [Theory]
    [InlineData("500")]
    [InlineData("refuses")]
    public async Task That_fails_before_its_first_word_is_begun_again(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage);
        bench.Simulator.Modes.Add(mode);

        var text = string.Concat(await bench.StreamAsync(Ct).Select(u => u.Text).ToListAsync(Ct));

        Assert.Equal("""{"answer":"yes"}""", text);
    }

    [Fact]
    public async Task Goes_to_the_next_in_the_chain_while_nothing_was_said()
    {
        using var bench = await ModelBench.StartAsync(stage, ("Models:Roles:Writer:Chain", "other/sim+empty, other/sim"));

        var text = string.Concat(await bench.StreamAsync(Ct).Select(u => u.Text).ToListAsync(Ct));

        Assert.Equal("""{"answer":"yes"}""", text);
        Assert.Equal(["model-empty", "answered"], (await bench.CallsAsync()).Select(c => c.Outcome));
    }

    [Fact]
    public async Task That_its_reader_leaves_ends_at_the_endpoint_and_frees_its_place()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+hangs"), ("Models:Roles:Tutor:Concurrency", "1"));
        var course = await bench.AddCourseAsync();

        for (var n = 0; n < 2; n++)
            await foreach (var _ in bench.Runner.StreamAsync(bench.Runner["chat_answer"], Values.ForChat("What is osmosis?"), course, Ct)) break;

        Assert.Equal(["stopped", "stopped"], (await bench.CallsAsync()).Select(c => c.Outcome));
    }
}

using Xunit;

namespace Tutor.Models;

/// <summary>Every fault of an endpoint has a name, and is tried again only where that may help.</summary>
public sealed class AskingAModel(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Gives_its_answer_and_writes_down_what_it_took(string streaming)
    {
        using var bench = await ModelBench.StartAsync(stage, ("Models:Endpoints:default:Streaming", streaming), ("TUTOR_LLM_KEY", "sk-1"));

        var response = await bench.AskAsync(Ct);

        Assert.Equal("""{"answer":"yes"}""", response.Text);
        Assert.Equal("sim", response.ModelId);
        Assert.Equal("Bearer sk-1", Assert.Single(bench.Simulator.Log.All).Key);
        var call = Assert.Single(await bench.CallsAsync());
        Assert.Equal(new StoredCall("Writer", "default/sim", "test", "answered", 1, 8, 4, Estimated: false), call);
    }

    [Theory]
    [InlineData("refuses", "model-connection-lost", 3)]
    [InlineData("429", "model-rate-limited", 3)]
    [InlineData("429=0", "model-rate-limited", 3)]
    [InlineData("429-date=0", "model-rate-limited", 3)]
    [InlineData("429=3600", "model-rate-limited", 1)] // Longer than anybody waits: left to the next in the chain at once.
    [InlineData("500", "model-server-error", 3)]
    [InlineData("cut", "model-connection-lost", 3)]
    [InlineData("no-end", "model-connection-lost", 3)]
    [InlineData("400", "model-request-refused", 1)]
    [InlineData("401", "model-key-refused", 1)]
    [InlineData("404", "model-not-found", 1)]
    [InlineData("no-protocol", "model-empty", 1)]
    [InlineData("empty", "model-empty", 1)]
    [InlineData("declines", "model-declined", 1)]
    [InlineData("big", "model-too-long", 1)]
    public async Task That_fails_says_how(string mode, string outcome, int requests)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode));

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => bench.AskAsync(Ct));

        Assert.Equal(outcome, failed.Failure.Code);
        Assert.NotEqual("", failed.Failure.Action);
        Assert.DoesNotContain("sk-secret", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(requests, bench.Simulator.Log.All.Count);
        var call = Assert.Single(await bench.CallsAsync());
        Assert.Equal((outcome, requests), (call.Outcome, call.Attempts));
    }

    [Theory]
    [InlineData("no-protocol", "model-unreadable")]
    [InlineData("cut", "model-connection-lost")]
    [InlineData("empty", "model-empty")]
    [InlineData("declines", "model-declined")]
    [InlineData("big", "model-too-long")]
    public async Task That_cannot_stream_and_fails_says_how(string mode, string outcome)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+" + mode), ("Models:Endpoints:default:Streaming", "false"));

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => bench.AskAsync(Ct));

        Assert.Equal(outcome, failed.Failure.Code);
    }

    [Theory]
    [InlineData("slow", "model-slow", "FirstTokenSeconds", "true")]
    [InlineData("hangs", "model-stalled", "IdleSeconds", "true")]
    [InlineData("hangs", "model-timeout", "TotalSeconds", "true")]
    [InlineData("hangs", "model-timeout", "TotalSeconds", "false")]
    public async Task That_takes_too_long_is_left_and_not_asked_again(string mode, string outcome, string limit, string streaming)
    {
        using var bench = await ModelBench.StartAsync(
            stage, ("TUTOR_LLM_MODEL", "sim+" + mode), ("Models:Roles:Writer:" + limit, "0.3"), ("Models:Endpoints:default:Streaming", streaming), ("Models:Roles:Writer:MaxTokens", "4096"));

        var course = await bench.AddCourseAsync();

        // Enough text that the answer has pieces left when it hangs.
        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => bench.Runner.AskAsync(bench.Runner["objectives"], Values.ForObjectives(), course, null, Ct));

        Assert.Equal(outcome, failed.Failure.Code);
        Assert.Single(bench.Simulator.Log.All);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("cut")]
    [InlineData("429=0")]
    public async Task That_fails_once_is_asked_again(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage);
        bench.Simulator.Modes.Add(mode);

        var response = await bench.AskAsync(Ct);

        Assert.Equal("""{"answer":"yes"}""", response.Text);
        Assert.Equal(2, bench.Simulator.Log.All.Count);
        Assert.Equal(("answered", 2), (await bench.CallsAsync()) is [var call] ? (call.Outcome, call.Attempts) : default);
    }

    [Fact]
    public async Task That_is_not_there_is_replaced_by_the_next_in_the_chain()
    {
        using var bench = await ModelBench.StartAsync(stage, ("Models:Roles:Writer:Chain", "nowhere/sim, other/sim+401, other/sim, none"));

        var response = await bench.AskAsync(Ct);

        Assert.Equal("""{"answer":"yes"}""", response.Text);
        Assert.Equal(
            [("nowhere/sim", "model-unreachable"), ("other/sim+401", "model-key-refused"), ("other/sim", "answered")],
            (await bench.CallsAsync()).Select(c => (c.Model, c.Outcome)));
    }

    [Fact]
    public async Task That_does_not_say_what_it_took_is_reckoned_from_the_text()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+no-usage"));

        await bench.AskAsync(Ct);

        Assert.Equal(("answered", 8, 4, true), (await bench.CallsAsync()) is [var c] ? (c.Outcome, c.InputTokens, c.OutputTokens, c.Estimated) : default);
    }

    [Fact]
    public async Task Nobody_waits_for_any_more_is_let_go_and_counted_as_stopped()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_MODEL", "sim+slow"));
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var asking = bench.AskAsync(leave.Token);
        while (bench.Simulator.Log.All.Count == 0) await Task.Delay(10, Ct);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal("stopped", Assert.Single(await bench.CallsAsync()).Outcome);
    }

    [Fact]
    public async Task More_often_than_its_role_may_waits_for_its_turn()
    {
        using var bench = await ModelBench.StartAsync(
            stage, ("TUTOR_LLM_MODEL", "sim+slow"), ("Models:Roles:Writer:Concurrency", "1"), ("Models:Roles:Writer:FirstTokenSeconds", "0.5"));

        var failures = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => (await Assert.ThrowsAsync<ModelFailedException>(() => bench.AskAsync(Ct))).Failure.Code));

        // The first is given up for being slow; the second was never sent, or sent after it.
        Assert.Contains("model-slow", failures);
        Assert.All(failures, f => Assert.Contains(f, (string[])["model-slow", "model-busy"]));
    }
}

using Xunit;

namespace Tutor.Models;

public sealed class AnEndpointThatKeepsFailing(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly (string, string)[] s_breaker = [("Models:Endpoints:default:Retries", "0"), ("Models:Endpoints:default:BreakAfter", "5"), ("Models:Endpoints:default:RestSeconds", "60")];

    [Fact]
    public async Task Is_left_alone_for_a_minute_after_five_failures_and_then_tried_once()
    {
        var clock = new ManualClock();
        using var bench = await ModelBench.StartAsync(stage, clock, s_breaker);
        bench.Simulator.Modes.Add(Enumerable.Repeat("500", 6));
        for (var n = 0; n < 5; n++) Assert.Equal("model-server-error", await OutcomeAsync(bench));

        Assert.Equal("model-resting", await OutcomeAsync(bench));
        clock.Move(TimeSpan.FromSeconds(59));
        Assert.Equal("model-resting", await OutcomeAsync(bench));
        Assert.Equal(5, bench.Simulator.Log.All.Count);

        clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal("model-server-error", await OutcomeAsync(bench)); // The one try fails:
        Assert.Equal("model-resting", await OutcomeAsync(bench)); // another minute.
        clock.Move(TimeSpan.FromSeconds(60));
        Assert.Equal("answered", await OutcomeAsync(bench));
        Assert.Equal("answered", await OutcomeAsync(bench));
        Assert.Equal(8, bench.Simulator.Log.All.Count);
    }

    [Fact]
    public async Task Is_left_alone_by_every_role_and_model_there()
    {
        using var bench = await ModelBench.StartAsync(stage, new ManualClock(), [.. s_breaker, ("TUTOR_LLM_JUDGE_MODEL", "sim+fence")]);
        bench.Simulator.Modes.Add(Enumerable.Repeat("500", 5));
        for (var n = 0; n < 5; n++) await OutcomeAsync(bench);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => bench.Roles.Chat(ModelRole.Judge)!.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Yes?")], cancellationToken: Ct));

        Assert.Equal("model-resting", failed.Failure.Code);
        Assert.NotNull(failed.Failure.RetryAfter);
    }

    [Fact]
    public async Task Counts_a_success_between_and_answers_that_are_only_bad_as_healthy()
    {
        using var bench = await ModelBench.StartAsync(stage, new ManualClock(), s_breaker);
        bench.Simulator.Modes.Add(["500", "500", "500", "500", "ok", "500", "500", "500", "500", "empty", "400", "500", "ok"]);

        var outcomes = new List<string>();
        for (var n = 0; n < 13; n++) outcomes.Add(await OutcomeAsync(bench));

        Assert.DoesNotContain("model-resting", outcomes);
    }

    private static async Task<string> OutcomeAsync(ModelBench bench)
    {
        try
        {
            await bench.AskAsync(Ct);
            return "answered";
        }
        catch (ModelFailedException e)
        {
            return e.Failure.Code;
        }
    }
}

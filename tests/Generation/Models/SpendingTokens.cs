using Npgsql;
using Tutor.Models.Accounting;
using Xunit;

namespace Tutor.Models;

public sealed class SpendingTokens(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_the_days_budget_is_refused_before_the_call_and_only_for_that_course()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_TOKENS_PER_DAY", "130"));
        var (course, other) = (await bench.AddCourseAsync(), await bench.AddCourseAsync());
        await bench.AskAsync(Ct, course); // 12 tokens; each may take 108.
        await bench.AskAsync(Ct, course);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => bench.AskAsync(Ct, course));
        await bench.AskAsync(Ct, other);

        Assert.Equal("model-budget-spent", failed.Failure.Code);
        Assert.InRange(failed.Failure.RetryAfter!.Value, TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.Equal(3, bench.Simulator.Log.All.Count);
    }

    [Fact]
    public async Task By_eight_at_once_never_overdraws_the_budget()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_TOKENS_PER_DAY", "350"), ("TUTOR_LLM_MODEL", "sim+slow=0.3"));
        var course = await bench.AddCourseAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return (await bench.AskAsync(Ct, course)).Text.Length > 0 ? "answered" : "";
            }
            catch (ModelFailedException e)
            {
                return e.Failure.Code;
            }
        }));

        // What each may take at most is held back while it runs: three fit, whoever comes later finds the others' real cost.
        Assert.Contains("model-budget-spent", outcomes);
        Assert.True((await bench.CallsAsync()).Sum(c => c.InputTokens + c.OutputTokens) <= 350);
    }

    [Fact]
    public async Task Of_yesterday_does_not_count_today()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_TOKENS_PER_DAY", "130"));
        var course = await bench.AddCourseAsync();
        for (var n = 0; n < 2; n++) await bench.AskAsync(Ct, course);
        await using (var command = bench.Database.CreateCommand("update model_calls set created_at = created_at - interval '1 day'")) await command.ExecuteNonQueryAsync(Ct);

        await bench.AskAsync(Ct, course);

        Assert.Equal(3, bench.Simulator.Log.All.Count);
    }

    [Fact]
    public async Task Is_told_by_day_and_purpose()
    {
        using var bench = await ModelBench.StartAsync(stage);
        var course = await bench.AddCourseAsync();
        bench.Simulator.Modes.Add("ok", "ok", "401");
        for (var n = 0; n < 3; n++)
            await Record.ExceptionAsync(() => bench.AskAsync(Ct, course));

        var usage = await new CourseUsageReader(bench.Database, bench.Rows, TimeProvider.System).OfAsync(course, Ct);

        var day = Assert.Single(usage.Days);
        Assert.Equal((3, 1, 16L, 8L), (day.Calls, day.Failed, day.InputTokens, day.OutputTokens));
        Assert.Equal((2_000_000L, 24L), (usage.Budget, usage.SpentToday));
        Assert.Equal(("Writer", "test", "default/sim", 3), Assert.Single(usage.Purposes) is var p ? (p.Role, p.Prompt, p.Model, p.Calls) : default);
    }

    [Fact]
    public async Task Outlives_the_course_it_was_spent_for()
    {
        using var bench = await ModelBench.StartAsync(stage);
        var course = await bench.AddCourseAsync();
        await bench.AskAsync(Ct, course);

        await using (var command = bench.Database.CreateCommand("delete from courses where id = $1"))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = course });
            await command.ExecuteNonQueryAsync(Ct);
        }

        Assert.Single(await bench.CallsAsync());
    }
}

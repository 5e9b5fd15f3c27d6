using Xunit;

namespace Tutor.Models;

public sealed class ExaminingModels(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_of_each_role_whether_its_model_answers_and_what_an_embedder_gives()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_JUDGE_MODEL", "sim+401"), ("Models:Roles:Tutor:Chain", "nowhere/sim, other/sim+fence"));

        var found = await new ModelExaminer(bench.Roles).ExamineAsync(Ct).ToListAsync(Ct);

        Assert.Equal(
            [(ModelRole.Writer, true), (ModelRole.Tutor, false), (ModelRole.Tutor, true), (ModelRole.Judge, false), (ModelRole.Embedder, true)],
            found.Select(f => (f.Role, f.Well)));
        Assert.Matches(@"^answers in \d+ ms; it is in the endpoint's list$", found[0].Words);
        Assert.Contains("cannot be reached", found[1].Words, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:1/v1", found[1].Words, StringComparison.Ordinal);
        Assert.Contains("it is not among the 1 models the endpoint lists", found[2].Words, StringComparison.Ordinal);
        Assert.Contains("does not accept our key", found[3].Words, StringComparison.Ordinal);
        Assert.Contains("gives vectors of 64 dimensions", found[4].Words, StringComparison.Ordinal);
        Assert.Empty(await bench.CallsAsync());
    }

    [Fact]
    public async Task Asks_nothing_where_none_is_configured()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_ENDPOINT", ""), ("TUTOR_LLM_MODEL", ""), ("TUTOR_LLM_EMBEDDER_MODEL", ""), ("Models:Endpoints:default:Address", "http://127.0.0.1:1"));

        Assert.Empty(await new ModelExaminer(bench.Roles).ExamineAsync(Ct).ToListAsync(Ct));
        Assert.Null(bench.Roles.Chat(ModelRole.Writer));
    }
}

using Xunit;

namespace Tutor.Models;

public sealed class EmbeddingAtAnEndpoint(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_a_vector_for_each_text_in_order()
    {
        using var bench = await ModelBench.StartAsync(stage);

        var vectors = await bench.Roles.Embedder!.GenerateAsync(["water crosses membranes", "bonds of carbon", "water crosses membranes"], cancellationToken: Ct);

        Assert.Equal(3, vectors.Count);
        Assert.Equal(64, vectors[0].Vector.Length);
        Assert.Equal(vectors[0].Vector.ToArray(), vectors[2].Vector.ToArray());
        Assert.NotEqual(vectors[0].Vector.ToArray(), vectors[1].Vector.ToArray());
    }

    [Theory]
    [InlineData("500", "model-server-error", 3)]
    [InlineData("refuses", "model-connection-lost", 3)]
    [InlineData("401", "model-key-refused", 1)]
    [InlineData("no-protocol", "model-unreadable", 1)]
    public async Task That_fails_says_how(string mode, string outcome, int requests)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_EMBEDDER_MODEL", "sim+" + mode));

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => bench.Roles.Embedder!.GenerateAsync(["a"], cancellationToken: Ct));

        Assert.Equal((outcome, requests), (failed.Failure.Code, bench.Simulator.Log.All.Count));
    }

    [Fact]
    public async Task That_takes_too_long_is_left()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_EMBEDDER_MODEL", "sim+slow"), ("Models:Roles:Embedder:TotalSeconds", "0.3"));

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => bench.Roles.Embedder!.GenerateAsync(["a"], cancellationToken: Ct));

        Assert.Equal("model-timeout", failed.Failure.Code);
    }
}

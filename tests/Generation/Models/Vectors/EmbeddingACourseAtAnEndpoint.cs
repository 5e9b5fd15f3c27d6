using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;
using Tutor.Sources;
using Xunit;

namespace Tutor.Models.Vectors;

public sealed class EmbeddingACourseAtAnEndpoint(Stage stage) : IClassFixture<Stage>
{
    private static readonly EmbeddingGenerationOptions s_question = new() { AdditionalProperties = new AdditionalPropertiesDictionary { ["purpose"] = "query" } };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passages_go_in_batches_and_come_back_in_order()
    {
        using var bench = await ModelBench.StartAsync(stage);
        var texts = Enumerable.Range(0, 100).Select(n => $"passage number{n}").ToList();

        var vectors = await Open(bench, out _).GenerateAsync(texts, cancellationToken: Ct);

        Assert.Equal(4, bench.Simulator.Log.All.Count);
        var alone = await bench.Roles.Embedder!.GenerateAsync([texts[97]], cancellationToken: Ct);
        Assert.Equal(alone[0].Vector.ToArray(), vectors[97].Vector.ToArray());
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("500")]
    [InlineData("429")]
    [InlineData("429=3600")]
    [InlineData("401")]
    [InlineData("404")]
    public async Task An_endpoint_that_gives_none_is_away_and_the_state_has_its_name(string mode)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_EMBEDDER_MODEL", "sim+" + mode));
        var embedder = Open(bench, out var models);

        var away = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => embedder.GenerateAsync(["a passage"], cancellationToken: Ct));

        Assert.Equal("embedding-endpoint-unreachable", away.Failure.Code);
        Assert.Equal(away.Failure, models.Down);
        Assert.DoesNotContain("secret", away.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("few", "1 vectors for 2")]
    [InlineData("zeros", "zeros")]
    [InlineData("nan", "not made of numbers")]
    [InlineData("dimension", "63 numbers where the others have 64")]
    [InlineData("no-protocol", "cannot be read")]
    [InlineData("400", "too long")]
    public async Task What_cannot_be_stored_is_refused_with_the_reason(string mode, string says)
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_EMBEDDER_MODEL", "sim+" + mode));
        var database = stage.Database.DataSource;
        Open(bench, out var models).Dispose();

        var refused = await Assert.ThrowsAsync<SourceRefusedException>(async () =>
        {
            var (course, chunks) = await AChapterAsync();
            await new EmbeddingStore(database, new EmbeddingModels(models, [models]), new TermReader(new Stems(database))).EmbedAsync(course, chunks, Work.Fences.None, null, Ct);
        });

        Assert.Equal("embedding-refused", refused.Failure.Code);
        Assert.Contains(says, refused.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_counted_like_every_other_call_and_comes_out_of_no_budget()
    {
        using var bench = await ModelBench.StartAsync(stage, ("TUTOR_LLM_EMBEDDER_MODEL", "sim"), ("TUTOR_LLM_TOKENS_PER_DAY", "1"));
        var database = stage.Database.DataSource;
        Open(bench, out var models).Dispose();
        var (course, chunks) = await AChapterAsync();
        bench.Simulator.Modes.Add("500");

        await new EmbeddingStore(database, new EmbeddingModels(models, [models]), new TermReader(new Stems(database))).EmbedAsync(course, chunks, Work.Fences.None, null, Ct);

        var call = Assert.Single(await bench.CallsAsync());
        Assert.Equal(("Embedder", "passages", "answered", 2, 0, false), (call.Role, call.Prompt, call.Outcome, call.Attempts, call.OutputTokens, call.Estimated));
        Assert.True(call.InputTokens > 0);
        Assert.Equal(0, (await new Accounting.CourseUsageReader(database, bench.Rows, TimeProvider.System).OfAsync(course, Ct)).SpentToday);
    }

    [Fact]
    public async Task After_a_failure_questions_do_without_it_for_a_while_and_a_success_ends_that()
    {
        var clock = new ManualClock();
        using var bench = await ModelBench.StartAsync(stage, clock, ("TUTOR_LLM_EMBEDDER_MODEL", "sim"), ("Models:Endpoints:default:Retries", "0"));
        var models = new EndpointModels(bench.Roles, clock);
        using var embedder = models.Open(new CourseModel("", false, 0, null));
        bench.Simulator.Modes.Add("500");
        await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => embedder.GenerateAsync(["a question"], s_question, Ct));

        await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => embedder.GenerateAsync(["a question"], s_question, Ct));
        Assert.Single(bench.Simulator.Log.All);

        clock.Move(TimeSpan.FromMinutes(2));
        Assert.Single(await embedder.GenerateAsync(["a question"], s_question, Ct));
        Assert.Null(models.Down);
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Open(ModelBench bench, out EndpointModels models)
    {
        models = new EndpointModels(bench.Roles, TimeProvider.System);
        return models.Open(new CourseModel("", false, 0, null));
    }

    private async Task<(Guid Course, List<Chunk> Chunks)> AChapterAsync()
    {
        await using var db = stage.Database.NewContext();
        var (course, source) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        db.Courses.Add(new Courses.Course { Id = course, Title = "A course" });
        db.Sources.Add(new Source { Id = source, CourseId = course, Name = "chapter.md", Sha256 = source.ToString("N"), State = SourceState.Embedding, Fence = 1, ChunkCount = 2 });
        var chunks = new[] { "Water crosses membranes.", "Bonds of carbon." }
            .Select((text, n) => new Chunk { Id = Guid.CreateVersion7(), CourseId = course, SourceId = source, Ordinal = n, Text = text, Headings = [], Parts = [], Lines = [], Hash = "" }).ToList();
        db.Chunks.AddRange(chunks);
        await db.SaveChangesAsync(Ct);
        return (course, chunks);
    }
}

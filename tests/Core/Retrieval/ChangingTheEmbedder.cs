using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;
using Tutor.Sources;
using Tutor.Work;
using Xunit;

namespace Tutor.Retrieval;

public sealed class ChangingTheEmbedder(RetrievalDatabase database) : IClassFixture<RetrievalDatabase>
{
    private const string Models = "select string_agg(distinct model, ',') from chunk_vectors where course_id = @course";

    [Fact]
    public async Task The_whole_course_goes_over_and_is_searched_by_the_new_one()
    {
        var course = await database.ACourseAsync();
        await course.ReadyAsync(SomeTexts.Of(1, 300));
        Assert.Equal("lsa:1", await course.ScalarAsync<string>(Models));

        await StoreWith(new LetterModels()).EmbedAsync(course.Id, [], Fences.None, null, ACourse.Ct);

        Assert.Equal("letters", await course.ScalarAsync<string>(Models));
        Assert.Equal(300, await course.ScalarAsync<long>("select count(*) from chunk_vectors where course_id = @course"));
        var index = await new CourseIndexLoader(database.DataSource, new EmbeddingModels(new LsaModels(), [new LsaModels(), new LetterModels()]), course.Terms).LoadAsync(course.Id, ACourse.Ct);
        Assert.Equal(2, index.Version - 1);
        Assert.Equal(5, (await index.SearchAsync("memory", 5, ACourse.Ct)).Count);
    }

    [Fact]
    public async Task A_process_that_does_not_know_the_new_one_searches_by_words()
    {
        var course = await database.ACourseAsync();
        await course.ReadyAsync("The hippocampus stores.", "Axons conduct.");
        await StoreWith(new LetterModels()).EmbedAsync(course.Id, [], Fences.None, null, ACourse.Ct);

        Assert.StartsWith("Axons", (await course.SearchAsync("axon"))[0].Chunk.Text, StringComparison.Ordinal);
        Assert.Equal((await course.SearchAsync("axon")).Select(p => p.Chunk.Id), (await course.Reference.SearchAsync(course.Id, "axon", 10, ACourse.Ct)).Select(h => h.ChunkId));
    }

    [Fact]
    public async Task A_large_course_goes_over_in_steps_and_the_old_vectors_serve_until_the_last()
    {
        var course = await database.ACourseAsync();
        await course.ReadyAsync(SomeTexts.Of(1, 600));
        var store = StoreWith(new LetterModels());
        const string Current = "select model from course_models where course_id = @course and current";

        for (var step = 1; step <= 2; step++)
        {
            Assert.True(await store.StepAsync(course.Id, ACourse.Ct));
            Assert.Equal("lsa:1", await course.ScalarAsync<string>(Current));
            Assert.Equal(256L * step, await course.ScalarAsync<long>("select count(*) from chunk_vectors where course_id = @course and model = 'letters'"));
        }
        Assert.False(await store.StepAsync(course.Id, ACourse.Ct));

        Assert.Equal("letters", await course.ScalarAsync<string>(Current));
        Assert.Equal(600, await course.ScalarAsync<long>("select count(*) from chunk_vectors where course_id = @course"));
    }

    [Fact]
    public async Task Vectors_of_another_dimension_under_the_same_name_are_refused()
    {
        var course = await database.ACourseAsync();
        await course.ReadyAsync("The hippocampus stores.", "Axons conduct.");
        await StoreWith(new LetterModels()).EmbedAsync(course.Id, [], Fences.None, null, ACourse.Ct);
        var (source, chunks) = await course.ParsedAsync("Dendrites receive.");

        var refused = await Assert.ThrowsAsync<SourceRefusedException>(() =>
            StoreWith(new LetterModels(_ => [1, 2, 3])).EmbedAsync(course.Id, chunks, Fences.Source(source.Id, source.Fence), null, ACourse.Ct));

        Assert.Contains("3 numbers where the others have 26", refused.Failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Nonsense => ["nan", "uneven", "empty"];

    [Theory, MemberData(nameof(Nonsense))]
    public async Task A_model_that_answers_nonsense_is_refused_and_the_course_keeps_what_it_has(string kind)
    {
        var course = await database.ACourseAsync();
        await course.ReadyAsync("The hippocampus stores.", "Axons conduct.");
        var nonsense = new LetterModels(text => kind switch
        {
            "nan" => [float.NaN, 1],
            "uneven" => new float[text.Length],
            _ => [],
        });

        var refused = await Assert.ThrowsAsync<SourceRefusedException>(() => StoreWith(nonsense).EmbedAsync(course.Id, [], Fences.None, null, ACourse.Ct));

        Assert.Equal("embedding-refused", refused.Failure.Code);
        Assert.Equal("lsa:1", await course.ScalarAsync<string>(Models));
        Assert.Equal(2, (await course.SearchAsync("axon")).Count);
    }

    private EmbeddingStore StoreWith(IEmbeddingModels models) => new(database.DataSource, new EmbeddingModels(models, [models]), new TermReader(new Stems(database.DataSource)));
}

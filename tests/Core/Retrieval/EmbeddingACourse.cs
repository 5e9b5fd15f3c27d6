using Tutor.Sources;
using Tutor.Work;
using Xunit;

namespace Tutor.Retrieval;

public sealed class EmbeddingACourse(RetrievalDatabase database) : IClassFixture<RetrievalDatabase>, IAsyncLifetime
{
    private const string Vectors = "select count(*) from chunk_vectors where course_id = @course";
    private const string Current = "select model from course_models where course_id = @course and current";

    /// <summary>Which row versions there are: it changes when any vector is written again.</summary>
    private const string Written = "select string_agg(chunk_id::text || xmin::text, ',' order by chunk_id) from chunk_vectors where course_id = @course";

    private ACourse _course = null!;

    public async ValueTask InitializeAsync() => _course = await database.ACourseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Twice_writes_nothing_the_second_time()
    {
        var (source, chunks) = await _course.ParsedAsync(SomeTexts.Of(1, 10));
        await _course.EmbedAsync(source, chunks);
        var (written, version) = (await _course.ScalarAsync<string>(Written), await VersionAsync());

        await _course.EmbedAsync(source, chunks);

        Assert.Equal((written, version), (await _course.ScalarAsync<string>(Written), await VersionAsync()));
    }

    [Fact]
    public async Task While_more_is_on_its_way_a_few_more_chunks_keep_the_model_and_twice_as_many_learn_a_new_one()
    {
        await _course.QueuedAsync();
        await _course.ReadyAsync(SomeTexts.Of(1, 10));
        var written = await _course.ScalarAsync<string>(Written);

        await _course.ReadyAsync(SomeTexts.Of(2, 9));
        Assert.Equal("lsa:1", await _course.ScalarAsync<string>(Current));
        Assert.All(written.Split(','), row => Assert.Contains(row, _course.ScalarAsync<string>(Written).Result, StringComparison.Ordinal));

        await _course.ReadyAsync(SomeTexts.Of(3, 1));
        Assert.Equal("lsa:2", await _course.ScalarAsync<string>(Current));
        Assert.Equal(20, await _course.ScalarAsync<long>(Vectors));
        Assert.Equal(20, await _course.ScalarAsync<long>(Vectors + " and model = 'lsa:2'"));
        Assert.Equal(1, await _course.ScalarAsync<long>("select count(*) from course_models where course_id = @course"));
    }

    [Fact]
    public async Task The_last_source_on_its_way_has_the_course_learned_from_before_it_is_ready()
    {
        var (last, chunks) = await _course.ParsedAsync(SomeTexts.Of(3, 5));
        await _course.ReadyAsync(SomeTexts.Of(1, 20));
        await _course.ReadyAsync(SomeTexts.Of(2, 10));
        Assert.Equal("lsa:1", await _course.ScalarAsync<string>(Current));

        await _course.EmbedAsync(last, chunks);

        Assert.Equal(("lsa:2", 35), (await _course.ScalarAsync<string>(Current), await _course.ScalarAsync<int>("select fitted_chunks from course_models where course_id = @course")));
        Assert.Equal(35, await _course.ScalarAsync<long>(Vectors + " and model = 'lsa:2'"));
    }

    [Fact]
    public async Task A_little_more_of_a_course_at_rest_is_folded_in_until_it_is_a_tenth()
    {
        await _course.ReadyAsync(SomeTexts.Of(1, 100));

        await _course.ReadyAsync(SomeTexts.Of(2, 6));
        Assert.Equal("lsa:1", await _course.ScalarAsync<string>(Current));

        await _course.ReadyAsync(SomeTexts.Of(3, 6));
        Assert.Equal("lsa:2", await _course.ScalarAsync<string>(Current));
    }

    [Fact]
    public async Task A_course_that_came_to_rest_without_a_new_source_is_learned_from_in_the_background()
    {
        var waiting = await _course.QueuedAsync();
        await _course.ReadyAsync(SomeTexts.Of(1, 20));
        await _course.ReadyAsync(SomeTexts.Of(2, 10));
        await _course.Upkeep.RunAsync(ACourse.Ct);
        Assert.Equal("lsa:1", await _course.ScalarAsync<string>(Current));

        await _course.SetStateAsync(waiting, SourceState.Failed);
        await _course.Upkeep.RunAsync(ACourse.Ct);

        Assert.Equal("lsa:2", await _course.ScalarAsync<string>(Current));
        var version = await VersionAsync();
        await _course.Upkeep.RunAsync(ACourse.Ct);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task A_course_counted_by_an_earlier_tokeniser_is_counted_anew_in_the_background()
    {
        await _course.ReadyAsync("Das Gedächtnis ist für die Psychologie wichtig und nicht einfach.", "Es gibt viele Gedächtnisse, die wir nicht kennen.");
        await _course.ScalarAsync<long>("with a as (update chunk_terms set terms = '{old}', counts = '{1}', language = 'english' where course_id = @course), "
            + "b as (update course_models set tokenizer = 1 where course_id = @course) select 1::bigint");

        await _course.Upkeep.RunAsync(ACourse.Ct);

        Assert.Equal(2, await _course.ScalarAsync<long>("select count(*) from chunk_terms where course_id = @course and 'gedachtnis' = any(terms) and language = 'german'"));
        Assert.Equal(Tokenizer.Version, await _course.ScalarAsync<int>("select tokenizer from course_models where course_id = @course and current"));
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_writes_nothing()
    {
        var (source, chunks) = await _course.ParsedAsync(SomeTexts.Of(1, 10));
        source.Fence--;

        await Assert.ThrowsAsync<LeaseLostException>(() => _course.EmbedAsync(source, chunks));

        Assert.Equal(0, await _course.ScalarAsync<long>(Vectors));
        Assert.Equal(0, await _course.ScalarAsync<long>("select count(*) from course_models where course_id = @course"));
        Assert.Equal(0, await VersionAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_worker_stopped_between_two_transactions_is_taken_up_where_it_was(int transactions)
    {
        await _course.ReadyAsync(SomeTexts.Of(1, 200));
        var (source, chunks) = await _course.ParsedAsync(SomeTexts.Of(2, 400));
        var left = transactions;
        await Assert.ThrowsAsync<OperationCanceledException>(() => _course.Store.EmbedAsync(
            _course.Id, chunks, (_, _) => left-- > 0 ? Task.CompletedTask : throw new OperationCanceledException(), null, ACourse.Ct));
        var half = await _course.ScalarAsync<string?>(Written + " and model = 'lsa:2'", orNull: true);
        Assert.Equal("lsa:1", await _course.ScalarAsync<string>(Current));
        Assert.Equal(200, (await _course.SearchAsync("memory", 1000)).Count);

        await _course.EmbedAsync(source, chunks);
        await _course.MakeReadyAsync(source);

        Assert.All((half ?? "").Split(','), row => Assert.Contains(row, _course.ScalarAsync<string>(Written).Result, StringComparison.Ordinal));
        Assert.Equal("lsa:2", await _course.ScalarAsync<string>(Current));
        Assert.Equal(600, await _course.ScalarAsync<long>(Vectors));
        Assert.Equal(600, (await _course.SearchAsync("memory", 1000)).Count);
    }

    [Fact]
    public async Task Sources_embedded_at_once_all_end_with_vectors_of_one_model()
    {
        var sources = new List<(Source Source, List<Chunk> Chunks)>();
        for (var n = 0; n < 6; n++) sources.Add(await _course.ParsedAsync(SomeTexts.Of(n, 5 + 5 * n)));

        await Task.WhenAll(sources.Select(s => _course.EmbedAsync(s.Source, s.Chunks)));

        Assert.Equal(sources.Sum(s => s.Chunks.Count), await _course.ScalarAsync<long>(Vectors));
        Assert.Equal(1, await _course.ScalarAsync<long>("select count(distinct model) from chunk_vectors where course_id = @course"));
        Assert.Equal(sources.Sum(s => s.Chunks.Count), await _course.ScalarAsync<long>("select count(*) from chunk_terms where course_id = @course"));
    }

    private Task<long> VersionAsync() => _course.ScalarAsync<long>("select content_version from courses where id = @course");
}

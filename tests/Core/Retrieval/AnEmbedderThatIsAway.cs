using Microsoft.Extensions.Logging.Abstractions;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;
using Tutor.Sources;
using Tutor.Work;
using Xunit;

namespace Tutor.Retrieval;

public sealed class AnEmbedderThatIsAway : IClassFixture<RetrievalDatabase>, IAsyncLifetime
{
    private const string Vectors = "select coalesce(string_agg(model || ' ' || n, ', ' order by model), '') from (select model, count(*) as n from chunk_vectors where course_id = @course group by model) as m";

    private readonly RetrievalDatabase _database;
    private readonly EmbeddingModels _models;
    private readonly TermReader _terms;
    private readonly EmbeddingStore _store;
    private bool _away = true;
    private ACourse _course = null!;

    public AnEmbedderThatIsAway(RetrievalDatabase database)
    {
        var letters = new LetterModels(text => _away ? throw new EmbeddingUnavailableException(new Failure("letters-away", "The letters are out.", "Wait.")) : LetterModels.Letters(text));
        _database = database;
        _models = new EmbeddingModels(letters, [new LsaModels(), letters]);
        _terms = new TermReader(new Stems(database.DataSource));
        _store = new EmbeddingStore(database.DataSource, _models, _terms);
    }

    public async ValueTask InitializeAsync() => _course = await _database.ACourseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Leaves_a_new_course_searchable_by_words_and_says_why()
    {
        await UploadAsync("The hippocampus stores.", "Axons conduct.");

        Assert.Equal("", await _course.ScalarAsync<string>(Vectors));
        Assert.StartsWith("Axons", (await _course.SearchAsync("axon"))[0].Chunk.Text, StringComparison.Ordinal);
        Assert.Equal("letters-away", (await StateAsync()).Failure?.Code);
    }

    [Fact]
    public async Task Is_asked_again_and_what_is_missing_is_made_when_it_is_back()
    {
        await UploadAsync("The hippocampus stores.", "Axons conduct.");
        await UpkeepAsync();
        Assert.Equal("letters-away", (await StateAsync()).Failure?.Code);

        _away = false;
        await UpkeepAsync();

        Assert.Equal("letters 2", await _course.ScalarAsync<string>(Vectors));
        Assert.Equal(new CourseEmbedding("letters", null, null, null), await StateAsync());
    }

    [Fact]
    public async Task Is_left_alone_for_a_while()
    {
        await UploadAsync("The hippocampus stores.", "Axons conduct.");
        _away = false;

        await new EmbeddingUpkeep(_database.DataSource, _models, _store, NullLogger<EmbeddingUpkeep>.Instance).RunAsync(ACourse.Ct);

        Assert.Equal("", await _course.ScalarAsync<string>(Vectors));
    }

    [Fact]
    public async Task Leaves_the_old_vectors_in_use_also_for_what_is_uploaded_meanwhile()
    {
        await _course.ReadyAsync("The hippocampus stores.", "Axons conduct.");
        await UpkeepAsync();
        await UploadAsync("Dendrites receive.");

        Assert.Equal("lsa:1 3", await _course.ScalarAsync<string>(Vectors));
        Assert.Equal(("lsa:1", "letters", "letters-away"), ((await StateAsync()).Model, (await StateAsync()).Next, (await StateAsync()).Failure?.Code));
        Assert.StartsWith("Dendrites", (await _course.SearchAsync("dendrite"))[0].Chunk.Text, StringComparison.Ordinal);

        _away = false;
        await UpkeepAsync();
        Assert.Equal("letters 3", await _course.ScalarAsync<string>(Vectors));
    }

    [Fact]
    public async Task Does_not_keep_a_search_from_being_answered()
    {
        _away = false;
        await UploadAsync("The hippocampus stores.", "Axons conduct.");
        var (index, reference) = (await new CourseIndexLoader(_database.DataSource, _models, _terms).LoadAsync(_course.Id, ACourse.Ct), new ReferenceSearch(_database.DataSource, _models, _terms));
        var with = await index.SearchAsync("axon", 2, ACourse.Ct);

        _away = true;

        var without = await index.SearchAsync("axon", 2, ACourse.Ct);
        Assert.Equal(with.Select(h => h.ChunkId), without.Select(h => h.ChunkId));
        Assert.NotEqual(with[1].Score, without[1].Score);
        Assert.Equal(without, await reference.SearchAsync(_course.Id, "axon", 2, ACourse.Ct));
    }

    [Fact]
    public async Task Is_no_matter_to_a_course_whose_sources_are_gone()
    {
        await UploadAsync("The hippocampus stores.");
        foreach (var source in await SourcesAsync()) await _store.RemoveAsync(_course.Id, source, ACourse.Ct);

        await UpkeepAsync();

        Assert.Null((await StateAsync()).Failure);
    }

    private async Task<List<Guid>> SourcesAsync()
    {
        await using var command = _database.DataSource.CreateCommand("select id from sources where course_id = $1");
        command.Parameters.Add(new() { Value = _course.Id });
        await using var reader = await command.ExecuteReaderAsync(ACourse.Ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ACourse.Ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private async Task UploadAsync(params string[] texts)
    {
        var (source, chunks) = await _course.ParsedAsync(texts);
        await _store.EmbedAsync(_course.Id, chunks, Fences.Source(source.Id, source.Fence), null, ACourse.Ct);
        await _course.MakeReadyAsync(source);
    }

    /// <summary>As if the time until the next try had passed.</summary>
    private async Task UpkeepAsync()
    {
        await _database.ExecuteAsync("update embedding_faults set next_try = now() - interval '1 second'");
        await new EmbeddingUpkeep(_database.DataSource, _models, _store, NullLogger<EmbeddingUpkeep>.Instance).RunAsync(ACourse.Ct);
    }

    private Task<CourseEmbedding> StateAsync() => new CourseEmbeddings(_database.DataSource, _models).OfAsync(_course.Id, ACourse.Ct);
}

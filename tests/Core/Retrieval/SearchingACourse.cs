using Xunit;

namespace Tutor.Retrieval;

public sealed class SearchingACourse(RetrievalDatabase database) : IClassFixture<RetrievalDatabase>, IAsyncLifetime
{
    private ACourse _course = null!;

    public async ValueTask InitializeAsync() => _course = await database.ACourseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_passage_that_says_it_comes_first_with_its_place()
    {
        await _course.ReadyAsync("Neurons pass signals along the axon.", "The hippocampus turns experiences into lasting memories.", "Norms are rules of behaviour in a society.");

        var passages = await _course.SearchAsync("Which part of the brain makes memories last?");

        Assert.Equal("The hippocampus turns experiences into lasting memories.", passages[0].Chunk.Text);
        Assert.Equal(("chapter.md", 2), (passages[0].SourceName, passages[0].Locator.Page));
        Assert.Equal(passages.OrderByDescending(p => p.Score), passages);
        Assert.All(passages, p => Assert.InRange(p.Score, 0, 1));
    }

    [Theory]
    [InlineData("hippocampsu")]
    [InlineData("hipocampus")]
    [InlineData("HIPPOCAMPUS?")]
    public async Task A_wrong_letter_is_forgiven(string query)
    {
        await _course.ReadyAsync("Neurons pass signals along the axon.", "Nothing of the kind.", "The hippocampus turns experiences into memories.");

        Assert.StartsWith("The hippocampus", (await _course.SearchAsync(query))[0].Chunk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zebra xylophone")]
    [InlineData("to be or not to be")]
    [InlineData("?!")]
    [InlineData("")]
    public async Task As_many_passages_as_asked_for_come_back_whatever_is_asked(string query)
    {
        await _course.ReadyAsync(SomeTexts.Of(1, 30));

        Assert.Equal(20, (await _course.SearchAsync(query, 20)).Select(p => p.Chunk.Id).Distinct().Count());
        Assert.Equal(30, (await _course.SearchAsync(query, 100)).Count);
    }

    [Fact]
    public async Task What_shares_nothing_with_the_query_comes_in_the_order_of_the_source()
    {
        await _course.ReadyAsync("Alpha.", "Beta.", "Gamma.", "Delta.");

        Assert.Equal([0, 1, 2, 3], (await _course.SearchAsync("zebra")).Select(p => p.Chunk.Ordinal));
    }

    [Fact]
    public async Task Only_ready_sources_of_this_course_are_found()
    {
        var other = await database.ACourseAsync();
        await other.ReadyAsync("The hippocampus in another course.");
        var (_, chunks) = await _course.ParsedAsync("The hippocampus in a source that is not ready.");
        var mine = await _course.ReadyAsync("The hippocampus in my source.");

        Assert.All(await _course.SearchAsync("hippocampus"), p => Assert.Equal(mine.Id, p.Chunk.SourceId));
        Assert.All(await _course.Reference.SearchAsync(_course.Id, "hippocampus", 10, ACourse.Ct), h => Assert.NotEqual(chunks[0].Id, h.ChunkId));
    }

    [Fact]
    public async Task A_new_source_is_found_and_a_removed_one_is_gone_at_once()
    {
        var first = await _course.ReadyAsync("The hippocampus of the first source.");
        Assert.Single(await _course.SearchAsync("hippocampus"));

        var second = await _course.ReadyAsync("The hippocampus of the second source.");
        Assert.Equal(2, (await _course.SearchAsync("hippocampus")).Count);

        await _course.Store.RemoveAsync(_course.Id, first.Id, ACourse.Ct);
        Assert.Equal(second.Id, Assert.Single(await _course.SearchAsync("hippocampus")).Chunk.SourceId);
    }

    [Fact]
    public async Task A_course_without_a_word_is_searched_like_any_other()
    {
        await _course.ReadyAsync("…", "the of");

        Assert.Equal(2, (await _course.SearchAsync("memory")).Count);
        Assert.Equal(2, (await _course.Reference.SearchAsync(_course.Id, "memory", 10, ACourse.Ct)).Count);
    }

    [Fact]
    public async Task A_course_without_sources_or_an_unknown_one_has_no_passages()
    {
        Assert.Empty(await _course.SearchAsync("anything"));
        Assert.Empty(await database.NoCourse().SearchAsync("anything"));
    }
}

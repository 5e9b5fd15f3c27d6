using Xunit;

namespace Tutor.Retrieval;

public sealed class SearchingInMemoryAndInPostgreSql(RetrievalDatabase database) : IClassFixture<RetrievalDatabase>, IAsyncLifetime
{
    /// <summary>pgvector sums single-precision products in another order.</summary>
    private const double Tolerance = 1e-5;

    private ACourse _course = null!;

    public async ValueTask InitializeAsync() => _course = await database.ACourseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Gives_the_same_ranking_and_scores()
    {
        for (var source = 0; source < 3; source++) await _course.ReadyAsync(SomeTexts.Of(source, 60));
        var index = await _course.Loader.LoadAsync(_course.Id, ACourse.Ct);

        foreach (var query in SomeTexts.Of(99, 10).Append("amnesiq and self-control").Append("the of").Append("zebra").Append(""))
        {
            var memory = await index.SearchAsync(query, 40, ACourse.Ct);
            var reference = await _course.Reference.SearchAsync(_course.Id, query, 40, ACourse.Ct);
            AssertSame(memory, reference);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Gives_the_same_for_any_small_course_and_any_query(int seed)
    {
        var any = new AnyCourse(seed);
        foreach (var texts in any.Sources()) await _course.ReadyAsync(texts);
        var index = await _course.Loader.LoadAsync(_course.Id, ACourse.Ct);

        foreach (var query in any.Queries(30))
        {
            var take = 1 + query.Length % 40;
            var memory = await index.SearchAsync(query, take, ACourse.Ct);
            Assert.Equal(Math.Min(take, index.Count), memory.Select(h => h.ChunkId).Distinct().Count());
            Assert.All(memory, h => Assert.InRange(h.Score, 0, 1));
            AssertSame(memory, await _course.Reference.SearchAsync(_course.Id, query, take, ACourse.Ct));
        }
    }

    /// <summary>Chunks whose scores are nearer than the tolerance may change places.</summary>
    private static void AssertSame(IReadOnlyList<Hit> memory, IReadOnlyList<Hit> reference)
    {
        Assert.Equal(memory.Count, reference.Count);
        Assert.All(memory.Zip(reference), pair => Assert.Equal(pair.First.Score, pair.Second.Score, Tolerance));
        Assert.All(memory.Zip(reference), pair => Assert.True(
            pair.First.ChunkId == pair.Second.ChunkId || memory.Any(h => h.ChunkId == pair.Second.ChunkId && Math.Abs(h.Score - pair.First.Score) < Tolerance)
            || Math.Abs(pair.First.Score - memory[^1].Score) < Tolerance));
    }

    [Fact]
    public async Task PostgreSql_reads_only_rows_of_the_course()
    {
        await _course.ReadyAsync(SomeTexts.Of(1, 20));
        await database.ExecuteAsync("""
            insert into courses (id, title, description, review, enrolment, created_at, content_version)
                select gen_random_uuid(), 'other', '', 'Optional', 'Open', now(), 0 from generate_series(1, 40);
            insert into sources (id, course_id, name, sha256, bytes, created_at, state, progress, chunk_count, notes, attempts, fence)
                select id, id, 'other', id::text, 1, now(), 'Ready', 1, 200, '[]', 0, 1 from courses where title = 'other';
            insert into chunks (id, course_id, source_id, ordinal, text, headings, parts, lines, words, hash)
                select gen_random_uuid(), id, id, n, 'text', '[]', '[]', '[]', 1, '' from courses, generate_series(1, 200) n where title = 'other';
            insert into chunk_terms (chunk_id, course_id, terms, counts, length) select id, course_id, '{text}', '{1}', 1 from chunks where text = 'text';
            insert into chunk_vectors (course_id, model, chunk_id, embedding)
                select course_id, 'lsa:1', id, array_fill(0.1::real, array[128])::vector from chunks where text = 'text';
            analyze
            """);

        var plan = string.Join('\n', await _course.Reference.ExplainAsync(_course.Id, "memory and encoding", 10, ACourse.Ct));

        Assert.DoesNotContain("Seq Scan on chunk_vectors", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on chunk_terms", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("hnsw", plan, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ivfflat", plan, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("chunk_vectors", plan, StringComparison.Ordinal);
    }
}

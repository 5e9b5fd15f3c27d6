using Microsoft.EntityFrameworkCore;
using Tutor.Courses;
using Tutor.Data;
using Tutor.Sources;
using Tutor.Work;
using Xunit;

namespace Tutor.Jobs;

public sealed class ClaimingSources : IAsyncLifetime
{
    private static readonly Failure s_failure = new("damaged", "The file is damaged.", "Upload it again.");
    private TestDatabase _database = null!;
    private Guid _courseId;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Ct);
        await using var db = _database.NewContext();
        var course = new Course { Id = Guid.CreateVersion7(), Title = "Claims", CreatedAt = DateTimeOffset.UtcNow };
        _courseId = course.Id;
        db.Courses.Add(course);
        await db.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Twenty_workers_at_once_get_each_source_once()
    {
        for (var i = 0; i < 10; i++) await QueueAsync();
        var queue = Queue();

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => queue.ClaimNextAsync(Ct)));

        Assert.Equal(10, claims.OfType<Source>().Select(s => s.Id).Distinct().Count());
        Assert.Equal(10, claims.OfType<Source>().Count());
    }

    [Fact]
    public async Task A_claim_whose_worker_died_passes_on_and_the_late_worker_writes_nothing()
    {
        var id = await QueueAsync();
        var dead = await Queue(TimeSpan.FromMilliseconds(1)).ClaimNextAsync(Ct);
        await Task.Delay(50, Ct);

        var heir = await Queue().ClaimNextAsync(Ct);

        Assert.Equal(id, heir!.Id);
        await Assert.ThrowsAsync<LeaseLostException>(() => Queue().FailAsync(dead!, s_failure, Ct));
        await Assert.ThrowsAsync<LeaseLostException>(() => Queue().ProgressAsync(dead!, nameof(SourceState.Embedding), .5, Ct));
        Assert.Equal(SourceState.Parsing, (await ReadAsync(id)).State);
    }

    [Fact]
    public async Task A_source_over_which_two_workers_died_is_refused_with_a_reason_and_the_queue_moves_on()
    {
        var killer = await QueueAsync();
        var next = await QueueAsync();
        for (var n = 0; n < 2; n++)
        {
            Assert.Equal(killer, (await Queue(TimeSpan.FromMilliseconds(1)).ClaimNextAsync(Ct))!.Id);
            await Task.Delay(50, Ct);
        }

        Assert.Equal(next, (await Queue().ClaimNextAsync(Ct))!.Id);

        var refused = await ReadAsync(killer);
        Assert.Equal(SourceState.Failed, refused.State);
        Assert.Equal("reader-stopped", refused.Failure!.Code);
        Assert.NotEmpty(refused.Failure.Action);
    }

    [Fact]
    public async Task Work_handed_back_by_a_stopping_worker_counts_no_attempt()
    {
        var id = await QueueAsync();

        for (var n = 0; n < 5; n++) await Queue().HandBackAsync((await Queue().ClaimNextAsync(Ct))!, Ct);

        var source = await ReadAsync(id);
        Assert.Equal((SourceState.Queued, 0), (source.State, source.Attempts));
    }

    [Fact]
    public async Task A_fault_that_may_pass_is_tried_again_later_and_not_at_once()
    {
        var id = await QueueAsync();

        await Queue().RetryLaterAsync((await Queue().ClaimNextAsync(Ct))!, Ct);

        Assert.Null(await Queue().ClaimNextAsync(Ct));
        Assert.Equal(SourceState.Queued, (await ReadAsync(id)).State);
    }

    [Fact]
    public async Task The_fifth_fault_in_a_row_is_final_and_says_what_to_do()
    {
        var id = await QueueAsync();
        for (var n = 0; n < WorkOptions.Tries; n++)
        {
            await ExecuteAsync("update sources set lease_until = null");
            await Queue().RetryLaterAsync((await Queue().ClaimNextAsync(Ct))!, Ct);
        }

        Assert.Equal("unavailable", (await ReadAsync(id)).Failure?.Code);
    }

    private SourceQueue Queue(TimeSpan? lease = null) => new(new Contexts(_database), WorkOptions.Default with { Lease = lease ?? TimeSpan.FromMinutes(1) });

    private async Task<Guid> QueueAsync()
    {
        await using var db = _database.NewContext();
        var source = new Source { Id = Guid.CreateVersion7(), CourseId = _courseId, Name = "a.md", Sha256 = Guid.NewGuid().ToString("N"), CreatedAt = DateTimeOffset.UtcNow };
        db.Sources.Add(source);
        await db.SaveChangesAsync(Ct);
        return source.Id;
    }

    private async Task<Source> ReadAsync(Guid id)
    {
        await using var db = _database.NewContext();
        return await db.Sources.SingleAsync(s => s.Id == id, Ct);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = _database.NewContext();
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }

    private sealed class Contexts(TestDatabase database) : IDbContextFactory<TutorDb>
    {
        public TutorDb CreateDbContext() => database.NewContext();
    }
}

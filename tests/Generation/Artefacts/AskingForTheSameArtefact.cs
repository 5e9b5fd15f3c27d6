using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tutor.Work;
using Xunit;

namespace Tutor.Artefacts;

public sealed class AskingForTheSameArtefact : IAsyncLifetime
{
    private static readonly TimeSpan ShortLease = TimeSpan.FromMilliseconds(300);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(Ct);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Twenty_at_once_write_once_and_get_equal_bytes()
    {
        var written = 0;
        var open = new TaskCompletionSource();
        async Task<ArtefactContent> Write(CancellationToken ct)
        {
            Interlocked.Increment(ref written);
            await open.Task.WaitAsync(ct);
            return new ArtefactContent($"{{\"n\":\"{Guid.NewGuid()}\"}}", []);
        }

        // Two stores with pools of their own stand for two nodes.
        await using var other = NpgsqlDataSource.Create(_database.ConnectionString);
        ArtefactStore[] nodes = [Store(_database.DataSource), Store(other)];
        var asked = Enumerable.Range(0, 20).Select(i => nodes[i % 2].GetOrWriteAsync("lesson", Inputs(1), "extractive/1", Write, Ct)).ToArray();
        open.SetResult();
        var got = await Task.WhenAll(asked);

        Assert.Equal(1, written);
        Assert.Single(got.Select(a => a.Output).Distinct());
        Assert.All(got, a => Assert.Equal(WorkState.Ready, a.State));
    }

    [Fact]
    public async Task Other_inputs_another_writer_or_another_kind_are_other_artefacts()
    {
        var store = Store(_database.DataSource);
        var a = await store.GetOrWriteAsync("lesson", Inputs(1), "extractive/1", Says("a"), Ct);
        var b = await store.GetOrWriteAsync("lesson", Inputs(2), "extractive/1", Says("b"), Ct);
        var c = await store.GetOrWriteAsync("lesson", Inputs(1), "some-model", Says("c"), Ct);
        var d = await store.GetOrWriteAsync("items", Inputs(1), "extractive/1", Says("d"), Ct);
        var again = await store.GetOrWriteAsync("lesson", new { hashes = new[] { "ab", "cd" }, n = 1 }, "extractive/1", Says("never"), Ct);

        Assert.Equal(["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"a\""], new[] { a, b, c, d, again }.Select(x => x.Output));
    }

    [Fact]
    public async Task A_writer_that_dies_is_followed_by_one_who_waits()
    {
        var dying = NpgsqlDataSource.Create(_database.ConnectionString);
        var began = new TaskCompletionSource();
        var dead = new TaskCompletionSource<ArtefactContent>();
        var first = Store(dying).GetOrWriteAsync("lesson", Inputs(1), "extractive/1", _ => { began.SetResult(); return dead.Task; }, Ct);
        await began.Task;
        await dying.DisposeAsync(); // its renewals fail from here on, as a killed process' would

        var got = await Store(_database.DataSource).GetOrWriteAsync("lesson", Inputs(1), "extractive/1", Says("second"), Ct);

        Assert.Equal("\"second\"", got.Output);
        Assert.Equal(2, got.Fence);
        dead.SetResult(new ArtefactContent("\"first\"", []));
        await Assert.ThrowsAnyAsync<Exception>(() => first);
    }

    [Fact]
    public async Task A_paused_writers_late_words_are_refused_and_it_gets_what_was_written_meanwhile()
    {
        var began = new TaskCompletionSource();
        var paused = new TaskCompletionSource();
        var late = Store(_database.DataSource, TimeSpan.FromMinutes(1)).GetOrWriteAsync("lesson", Inputs(1), "extractive/1", async _ =>
        {
            began.SetResult();
            await paused.Task;
            return new ArtefactContent("\"late\"", []);
        }, Ct);
        await began.Task;
        await ExpireAsync();

        var got = await Store(_database.DataSource).GetOrWriteAsync("lesson", Inputs(1), "extractive/1", Says("in time"), Ct);
        paused.SetResult();

        Assert.Equal("\"in time\"", got.Output);
        Assert.Equal("\"in time\"", (await late).Output);
    }

    [Fact]
    public async Task A_failure_is_recorded_told_to_those_who_wait_and_tried_again_by_the_next()
    {
        var store = Store(_database.DataSource);
        var began = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var failing = store.GetOrWriteAsync("lesson", Inputs(1), "extractive/1", async _ =>
        {
            began.SetResult();
            await go.Task;
            throw new InvalidDataException("secret");
        }, Ct);
        await began.Task;
        var waits = new Waits();
        var waiting = new ArtefactStore(_database.DataSource, waits).GetOrWriteAsync("lesson", Inputs(1), "extractive/1", Says("by one who waited"), Ct);
        await waits.Seen.Task;
        go.SetResult();

        await Assert.ThrowsAsync<InvalidDataException>(() => failing);
        await Assert.ThrowsAsync<ArtefactFailedException>(() => waiting);
        await using (var db = _database.NewContext())
        {
            var row = Assert.Single(db.Artefacts);
            Assert.Equal(WorkState.Failed, row.State);
            Assert.DoesNotContain("secret", Assert.Single(row.Checks).Message, StringComparison.Ordinal);
        }
        Assert.Equal("\"next\"", (await store.GetOrWriteAsync("lesson", Inputs(1), "extractive/1", Says("next"), Ct)).Output);
    }

    [Fact]
    public async Task A_cancelled_writer_hands_the_work_to_another_process_that_waits()
    {
        using var cancel = new CancellationTokenSource();
        var (store, elsewhere) = (Store(_database.DataSource, TimeSpan.FromMinutes(1)), Store(_database.DataSource, TimeSpan.FromMinutes(1)));
        var began = new TaskCompletionSource();
        var cancelled = store.GetOrWriteAsync("lesson", Inputs(1), "extractive/1", async ct =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return new ArtefactContent("", []);
        }, cancel.Token);
        await began.Task;
        var waiting = elsewhere.GetOrWriteAsync("lesson", Inputs(1), "extractive/1", Says("taken over"), Ct);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal("\"taken over\"", (await waiting).Output);
    }

    private static ArtefactStore Store(NpgsqlDataSource database, TimeSpan? lease = null) => new(database, NullLogger<ArtefactStore>.Instance, lease ?? ShortLease);

    private static object Inputs(int n) => new { n, hashes = new[] { "ab", "cd" } };

    private static Func<CancellationToken, Task<ArtefactContent>> Says(string text) => _ => Task.FromResult(new ArtefactContent($"\"{text}\"", []));

    private async Task ExpireAsync()
    {
        await using var command = _database.DataSource.CreateCommand("update artefacts set lease_until = clock_timestamp() - interval '1 second'");
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>Hears when a caller begins to wait for another's writing.</summary>
    private sealed class Waits : ILogger<ArtefactStore>
    {
        public TaskCompletionSource Seen { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).StartsWith("Waiting", StringComparison.Ordinal)) Seen.TrySetResult();
        }
    }
}

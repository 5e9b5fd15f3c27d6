using Xunit;

namespace Tutor.Artefacts;

public sealed class SharingWork
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private readonly SharedWork<int> _shared = new();
    private readonly TaskCompletionSource _go = new();
    private int _begun, _stopped;

    [Fact]
    public async Task Goes_on_for_those_who_stay_when_the_first_one_leaves()
    {
        using var leaves = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = _shared.JoinAsync("key", WorkAsync, leaves.Token);
        var second = _shared.JoinAsync("key", WorkAsync, Ct);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _go.SetResult();

        Assert.Equal(1, await second);
        Assert.Equal((1, 0), (_begun, _stopped));
    }

    [Fact]
    public async Task Stops_when_the_last_one_leaves_and_begins_again_for_the_next()
    {
        using var leaves = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var both = new[] { _shared.JoinAsync("key", WorkAsync, leaves.Token), _shared.JoinAsync("key", WorkAsync, leaves.Token) };

        await leaves.CancelAsync();
        foreach (var one in both) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.Equal((1, 1), (_begun, _stopped));
        _go.SetResult();

        Assert.Equal(2, await _shared.JoinAsync("key", WorkAsync, Ct));
    }

    [Fact]
    public async Task Is_done_apart_under_another_key_and_fails_for_all_alike()
    {
        _go.SetResult();
        Task<int> Fail(CancellationToken ct) => throw new InvalidDataException("broken");

        Assert.Equal(1, await _shared.JoinAsync("a", WorkAsync, Ct));
        Assert.Equal(2, await _shared.JoinAsync("b", WorkAsync, Ct));
        await Assert.ThrowsAsync<InvalidDataException>(() => _shared.JoinAsync("c", Fail, Ct));
    }

    private async Task<int> WorkAsync(CancellationToken ct)
    {
        var mine = Interlocked.Increment(ref _begun);
        try
        {
            await _go.Task.WaitAsync(ct);
            return mine;
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _stopped);
            throw;
        }
    }
}

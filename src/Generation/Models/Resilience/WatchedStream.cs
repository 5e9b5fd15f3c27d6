using Microsoft.Extensions.AI;

namespace Tutor.Models.Resilience;

/// <summary>
/// A streamed answer whose first words have come: watches the pauses between the others, its length and its end. Time in which its reader
/// does something else does not count.
/// </summary>
internal sealed class WatchedStream : IAsyncDisposable
{
    /// <summary>Characters of a token at most, on average: words in rare scripts and long identifiers stay well below.</summary>
    internal const int CharactersPerToken = 16;

    private readonly EndpointGate.Pass _pass;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;
    private readonly CancellationTokenSource _pause;
    private readonly CancellationTokenSource _whole;
    private readonly CancellationTokenSource _stop;
    private readonly RoleSettings _role;
    private readonly CancellationToken _ct;
    private readonly int _maxCharacters;
    private int _characters;
    private bool _finished;

    private WatchedStream(EndpointGate.Pass pass, Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> open, RoleSettings role, int maxTokens, TimeProvider clock, CancellationToken ct)
    {
        (_pass, _role, _ct, _maxCharacters) = (pass, role, ct, maxTokens * CharactersPerToken);
        _pause = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _whole = new CancellationTokenSource(role.Total, clock);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct, _pause.Token, _whole.Token);
        _updates = open(_stop.Token).GetAsyncEnumerator(_stop.Token);
    }

    /// <summary>The newest update; after <see cref="StartAsync"/> the first one with words.</summary>
    public ChatResponseUpdate Current => _updates.Current;

    /// <summary>Asks, and waits for the first words.</summary>
    /// <exception cref="ModelFailedException">They did not come.</exception>
    public static async Task<WatchedStream> StartAsync(
        EndpointGate.Pass pass, Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> open, RoleSettings role, int maxTokens, TimeProvider clock, CancellationToken ct)
    {
        var stream = new WatchedStream(pass, open, role, maxTokens, clock, ct);
        try
        {
            stream._pause.CancelAfter(role.FirstToken); // For the first words altogether, whatever comes before them.
            while (await stream.StepAsync(ModelFailures.NoFirstToken))
                if (stream._characters > 0) return stream;
            throw stream.Fail(ModelFailures.Empty);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <returns>False at the end of a whole answer.</returns>
    /// <exception cref="ModelFailedException">It was cut, stalled, became too long or was declined.</exception>
    public async Task<bool> MoveNextAsync()
    {
        _pause.CancelAfter(_role.Idle);
        return await StepAsync(ModelFailures.Stalled);
    }

    public async ValueTask DisposeAsync()
    {
        await _updates.DisposeAsync();
        _pass.Dispose();
        _stop.Dispose();
        _pause.Dispose();
        _whole.Dispose();
    }

    private async Task<bool> StepAsync(ModelFailure late)
    {
        try
        {
            if (!await _updates.MoveNextAsync()) return End();
        }
        catch (ModelFailedException e)
        {
            _pass.Failed(e.Failure);
            throw;
        }
        catch (OperationCanceledException) when (!_ct.IsCancellationRequested)
        {
            throw Fail(_whole.IsCancellationRequested ? ModelFailures.Overlong : late);
        }
        finally
        {
            if (_characters > 0) _pause.CancelAfter(Timeout.InfiniteTimeSpan);
        }
        return Take(Current);
    }

    private bool Take(ChatResponseUpdate update)
    {
        _characters += update.Text.Length;
        if (_characters > _maxCharacters) throw Fail(ModelFailures.TooLong);
        if (update.FinishReason == ChatFinishReason.ContentFilter) throw Fail(ModelFailures.Declined);
        _finished |= update.FinishReason is not null;
        return true;
    }

    // An answer that ends without saying why was cut by somebody on the way.
    private bool End()
    {
        if (_characters > 0 && !_finished) throw Fail(ModelFailures.ConnectionLost);
        _pass.Succeeded();
        return false;
    }

    private ModelFailedException Fail(ModelFailure failure)
    {
        _pass.Failed(failure);
        return new ModelFailedException(failure);
    }
}

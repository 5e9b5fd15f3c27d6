using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Tutor.Models.Accounting;

namespace Tutor.Models.Resilience;

/// <summary>One model under a role's limits: slots, timeouts, retries, breaker. A stream is tried again only until its first words have been given to the caller.</summary>
internal sealed class ResilientChatClient(IChatClient inner, EndpointSettings endpoint, EndpointGate gate, SemaphoreSlim roleSlots, RoleSettings role, TimeProvider clock) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        using var slot = await SlotAsync(cancellationToken);
        return await gate.Retry.ExecuteAsync(async ct =>
        {
            CallTrace.Of(options)?.Tried();
            return endpoint.Streaming ? await CollectAsync(asked, options, ct) : await WholeAsync(asked, options, ct);
        }, cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        using var slot = await SlotAsync(cancellationToken);
        await using var stream = await gate.Retry.ExecuteAsync(async ct =>
        {
            CallTrace.Of(options)?.Tried();
            return await StartAsync(asked, options, cancellationToken);
        }, cancellationToken);
        do
        {
            yield return stream.Current;
        }
        while (await stream.MoveNextAsync());
    }

    private async Task<ChatResponse> CollectAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken ct)
    {
        var updates = new List<ChatResponseUpdate>();
        await using var stream = await StartAsync(messages, options, ct);
        do updates.Add(stream.Current);
        while (await stream.MoveNextAsync());
        return updates.ToChatResponse();
    }

    private async Task<WatchedStream> StartAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken ct)
    {
        var pass = await gate.EnterAsync(role.FirstToken, ct);
        return await WatchedStream.StartAsync(pass, token => InnerClient.GetStreamingResponseAsync(messages, options, token), role, options?.MaxOutputTokens ?? role.MaxTokens, clock, ct);
    }

    /// <summary>For endpoints that cannot stream: only the whole time can be watched.</summary>
    private async Task<ChatResponse> WholeAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(role.FirstToken, ct);
        using var whole = new CancellationTokenSource(role.Total, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, whole.Token);
        try
        {
            var response = await InnerClient.GetResponseAsync(messages, options, stop.Token);
            pass.Succeeded();
            return Whole(response, options);
        }
        catch (ModelFailedException e)
        {
            pass.Failed(e.Failure);
            throw;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            pass.Failed(ModelFailures.Overlong);
            throw new ModelFailedException(ModelFailures.Overlong);
        }
    }

    private ChatResponse Whole(ChatResponse response, ChatOptions? options) =>
        response.FinishReason == ChatFinishReason.ContentFilter ? throw new ModelFailedException(ModelFailures.Declined)
        : response.Text.Length == 0 ? throw new ModelFailedException(ModelFailures.Empty)
        : response.Text.Length > WatchedStream.CharactersPerToken * (options?.MaxOutputTokens ?? role.MaxTokens) ? throw new ModelFailedException(ModelFailures.TooLong)
        : response;

    private async Task<Slot> SlotAsync(CancellationToken ct) =>
        await roleSlots.WaitAsync(role.FirstToken, ct) ? new Slot(roleSlots) : throw new ModelFailedException(ModelFailures.Busy);

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}

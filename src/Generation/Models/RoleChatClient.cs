using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Tutor.Models;

/// <summary>A role's chain of models as one client: the first that answers answers. Holds every call to the role's limits.</summary>
internal sealed class RoleChatClient(RoleSettings role, IReadOnlyList<IChatClient> chain) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var limited = Limited(options);
        for (var i = 0; ; i++)
        {
            try
            {
                return await chain[i].GetResponseAsync(asked, limited, cancellationToken);
            }
            catch (ModelFailedException e) when (MayGoOn(e, i))
            {
                // The next in the chain is asked; what went wrong stands in model_calls.
            }
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        await using var stream = await FirstToAnswerAsync(asked, Limited(options), cancellationToken);
        do
        {
            yield return stream.Current;
        }
        while (await stream.MoveNextAsync());
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : chain[0].GetService(serviceType, serviceKey);

    public void Dispose()
    {
        foreach (var client in chain) client.Dispose();
    }

    private async Task<IAsyncEnumerator<ChatResponseUpdate>> FirstToAnswerAsync(List<ChatMessage> messages, ChatOptions options, CancellationToken ct)
    {
        for (var i = 0; ; i++)
        {
            var updates = chain[i].GetStreamingResponseAsync(messages, options, ct).GetAsyncEnumerator(ct);
            try
            {
                if (await updates.MoveNextAsync()) return updates;
                throw new ModelFailedException(ModelFailures.Empty);
            }
            catch (Exception e)
            {
                await updates.DisposeAsync();
                if (e is not ModelFailedException failed || !MayGoOn(failed, i)) throw;
            }
        }
    }

    private bool MayGoOn(ModelFailedException failed, int i) => !failed.Failure.Final && i + 1 < chain.Count;

    private ChatOptions Limited(ChatOptions? options)
    {
        var limited = options?.Clone() ?? new ChatOptions();
        limited.MaxOutputTokens = Math.Min(options?.MaxOutputTokens ?? role.MaxTokens, role.MaxTokens);
        limited.Temperature = role.Temperature ?? options?.Temperature;
        return limited;
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Tutor.Models.OpenAi;

/// <summary>The package's chat client as an <see cref="IChatClient"/>. One try, no waiting of its own; whatever goes wrong has the name of a <see cref="ModelFailure"/>.</summary>
internal sealed class OpenAiChatClient(ChatClient client, EndpointSettings endpoint, string model) : IChatClient
{
    private readonly ChatClientMetadata _metadata = new(endpoint.Name, endpoint.Address, model);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => Faults.NamedAsync(
        async () => ChatConversion.Response(
            (await client.CompleteChatAsync(ChatConversion.Messages(messages), ChatConversion.Options(options, endpoint), cancellationToken)).Value, model),
        cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = client.CompleteChatStreamingAsync(ChatConversion.Messages(messages), ChatConversion.Options(options, endpoint), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Faults.NamedAsync(() => updates.MoveNextAsync().AsTask(), cancellationToken))
            yield return ChatConversion.Update(updates.Current, model);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The connection belongs to the endpoint.
    }
}

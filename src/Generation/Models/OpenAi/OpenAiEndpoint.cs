using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace Tutor.Models.OpenAi;

/// <summary>The connection to one endpoint, shared by all models there. The package's own retries and timeouts are off: ours know streams, budgets and breakers.</summary>
internal sealed class OpenAiEndpoint : IDisposable
{
    private readonly HttpClient _http;
    private readonly OpenAIClient _client;

    public OpenAiEndpoint(EndpointSettings settings)
    {
        Settings = settings;
        _http = new HttpClient(new BodyLimit(new SocketsHttpHandler
        {
            ConnectTimeout = settings.Connect,
            AllowAutoRedirect = false, // A redirect would carry course material to an address nobody configured.
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }))
        { Timeout = Timeout.InfiniteTimeSpan };
        _client = new OpenAIClient(new ApiKeyCredential(settings.Key?.Reveal() ?? "none"), new OpenAIClientOptions
        {
            Endpoint = settings.Address,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(_http),
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
    }

    public EndpointSettings Settings { get; }

    public OpenAiChatClient Chat(string model) => new(_client.GetChatClient(model), Settings, model);

    public OpenAiEmbeddings Embeddings(string model) => new(_client.GetEmbeddingClient(model), Settings, model);

    /// <summary>The names of the models it offers.</summary>
    /// <exception cref="ModelFailedException">It could not be asked.</exception>
    public async Task<IReadOnlyList<string>> ModelsAsync(CancellationToken ct) =>
        await Faults.NamedAsync(async () => (await _client.GetOpenAIModelClient().GetModelsAsync(ct)).Value.Select(m => m.Id).ToList(), ct);

    public void Dispose() => _http.Dispose();
}

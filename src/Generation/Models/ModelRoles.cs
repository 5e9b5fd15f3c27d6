using Microsoft.Extensions.AI;
using Tutor.Models.Accounting;
using Tutor.Models.OpenAi;
using Tutor.Models.Resilience;

namespace Tutor.Models;

/// <summary>The configured models by what they do: one client a role, with its limits, fallbacks and accounts inside. Any caller, also Semantic Kernel, takes them from here.</summary>
public sealed class ModelRoles : IDisposable
{
    private readonly Dictionary<EndpointSettings, (OpenAiEndpoint Connection, EndpointGate Gate)> _endpoints;
    private readonly Dictionary<ModelRole, SemaphoreSlim> _slots;
    private readonly Dictionary<ModelRole, IChatClient> _chats;
    private readonly ModelCallRows _rows;
    private readonly TimeProvider _clock;

    public ModelRoles(ModelSettings settings, ModelCallRows rows, TimeProvider clock)
    {
        (Settings, _rows, _clock) = (settings, rows, clock);
        _endpoints = settings.Roles.Values.SelectMany(r => r.Chain).Select(m => m.Endpoint).Distinct().ToDictionary(e => e, e => (new OpenAiEndpoint(e), new EndpointGate(e, clock)));
        _slots = settings.Roles.Values.ToDictionary(r => r.Role, r => new SemaphoreSlim(r.Concurrency, r.Concurrency));
        _chats = settings.Roles.Values.Where(r => r.Role != ModelRole.Embedder).ToDictionary(r => r.Role, IChatClient (r) => new RoleChatClient(r, [.. r.Chain.Select(m => Client(r, m))]));
        if (settings.Roles.GetValueOrDefault(ModelRole.Embedder) is { Chain: [var embedder, ..] } role)
            Embedder = new MeteredEmbeddings(new ResilientEmbeddings(_endpoints[embedder.Endpoint].Connection.Embeddings(embedder.Model), _endpoints[embedder.Endpoint].Gate, role, clock), rows, embedder);
    }

    public ModelSettings Settings { get; }

    /// <summary>Null where no endpoint gives vectors.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embedder { get; }

    /// <summary>Null where the role has no model: then the extractive writer works. Do not dispose of it.</summary>
    public IChatClient? Chat(ModelRole role) => _chats.GetValueOrDefault(role);

    /// <summary>The role's models in their order, as keys and revisions name their writer.</summary>
    public string NameOf(ModelRole role) => string.Join(", ", Settings.Roles[role].Chain);

    internal OpenAiEndpoint Connection(ModelName model) => _endpoints[model.Endpoint].Connection;

    public void Dispose()
    {
        Embedder?.Dispose();
        foreach (var chat in _chats.Values) chat.Dispose();
        foreach (var slots in _slots.Values) slots.Dispose();
        foreach (var (connection, gate) in _endpoints.Values)
        {
            connection.Dispose();
            gate.Dispose();
        }
    }

    private MeteredChatClient Client(RoleSettings role, ModelName model)
    {
        var (connection, gate) = _endpoints[model.Endpoint];
        return new MeteredChatClient(new ResilientChatClient(connection.Chat(model.Model), model.Endpoint, gate, _slots[role.Role], role, _clock), _rows, role, model);
    }
}

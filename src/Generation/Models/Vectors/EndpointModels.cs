using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;
using Tutor.Sources;

namespace Tutor.Models.Vectors;

/// <summary>The embedder <c>endpoint</c>: the model of the role Embedder. Its vectors carry the model's name, whichever address serves it.</summary>
public sealed class EndpointModels(ModelRoles roles, TimeProvider clock) : IEmbeddingModels
{
    private const string Prefix = EmbedderSettings.Endpoint + ":";

    private readonly EmbedderHealth _health = new(clock, roles.Settings.Roles.TryGetValue(ModelRole.Embedder, out var role) ? role.Chain[0].Endpoint.Rest : TimeSpan.Zero);

    public Failure? Down => _health.Down;

    /// <summary>Null where no endpoint is configured.</summary>
    public string? Name => roles.Settings.Roles.TryGetValue(ModelRole.Embedder, out var role) ? Prefix + role.Chain[0].Model : null;

    public bool Opens(string model) => model == Name;

    public bool Serves(CourseModel model, int chunks) => model.Name == Name;

    public CourseModel Create(IReadOnlyList<string> texts, IReadOnlyCollection<string> earlier) => new(Name!, Current: false, texts.Count, Weights: null);

    public IEmbeddingGenerator<string, Embedding<float>> Open(CourseModel model) => new EndpointEmbedder(roles.Embedder!, _health);
}

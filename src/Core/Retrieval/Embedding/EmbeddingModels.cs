using Microsoft.Extensions.AI;

namespace Tutor.Retrieval.Embedding;

/// <summary>All kinds of embedders a process knows; the wanted one makes new models, the others still open what courses have.</summary>
public sealed class EmbeddingModels(IEmbeddingModels wanted, IEnumerable<IEmbeddingModels> all)
{
    public IEmbeddingModels Wanted => wanted;

    /// <summary>Null for a model of a kind this process does not know: its course is searched by words alone until it is embedded anew.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Open(CourseModel model) => all.FirstOrDefault(m => m.Opens(model.Name))?.Open(model);
}

using Microsoft.Extensions.AI;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>All kinds of embedders a process knows; the wanted one makes new models, the others still open what courses have.</summary>
public sealed class EmbeddingModels(IEmbeddingModels wanted, IEnumerable<IEmbeddingModels> all)
{
    public IEmbeddingModels Wanted => wanted;

    /// <summary>Whether a course goes over to another embedder, rather than only growing out of its model.</summary>
    internal bool AreOther(CourseModel current) => !wanted.Serves(current, current.FittedChunks);

    internal bool CanOpen(CourseModel model) => all.Any(m => m.Opens(model.Name));

    /// <summary>Why questions get no vector of this model just now; null where nothing is known to be wrong.</summary>
    internal Failure? Down(CourseModel model) => all.FirstOrDefault(m => m.Opens(model.Name))?.Down;

    /// <summary>Null for a model of a kind this process does not know: its course is searched by words alone until it is embedded anew.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Open(CourseModel model) => all.FirstOrDefault(m => m.Opens(model.Name))?.Open(model);
}

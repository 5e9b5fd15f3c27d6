using Microsoft.Extensions.AI;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>A course's model as stored.</summary>
/// <param name="Name">What its vectors carry: <c>lsa:2</c>.</param>
/// <param name="Current">False while its vectors are being made.</param>
/// <param name="FittedChunks">How many chunks the course had when it was made.</param>
/// <param name="Weights">Null where the model does not come from the course.</param>
public sealed record CourseModel(string Name, bool Current, int FittedChunks, byte[]? Weights);

/// <summary>One kind of embedder: latent semantic analysis learned from the course, a file on disk, an endpoint.</summary>
public interface IEmbeddingModels
{
    /// <summary>Whether it can open the model of this name.</summary>
    bool Opens(string model);

    /// <summary>Whether a course of so many chunks is still well served by the model.</summary>
    bool Serves(CourseModel model, int chunks);

    /// <summary>A model for a course. <paramref name="earlier"/> are the names of the course's other models.</summary>
    /// <param name="texts">All texts of the course in a fixed order.</param>
    CourseModel Create(IReadOnlyList<string> texts, IReadOnlyCollection<string> earlier);

    /// <summary>Why it gives no vectors just now; null while nothing is known to be wrong.</summary>
    Failure? Down => null;

    /// <summary>Vectors need not have length 1; all of a model have the same dimension.</summary>
    IEmbeddingGenerator<string, Embedding<float>> Open(CourseModel model);
}

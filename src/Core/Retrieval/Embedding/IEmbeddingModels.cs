using Microsoft.Extensions.AI;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>A course's model as stored.</summary>
/// <param name="Name">What its vectors carry: <c>lsa:2</c>.</param>
/// <param name="Current">False while its vectors are being made.</param>
/// <param name="FittedChunks">How many chunks the course had when it was made.</param>
/// <param name="Weights">Null where the model does not come from the course.</param>
public sealed record CourseModel(string Name, bool Current, int FittedChunks, byte[]? Weights)
{
    /// <summary>Chunks that came later.</summary>
    public int FoldedChunks { get; init; }

    /// <summary>Version of the tokeniser that the course's terms come from.</summary>
    public int TokenizerVersion { get; init; } = Tokenizer.Version;

    /// <summary>How many chunks came or went since it was made, in a course of so many; those not folded in yet are among them.</summary>
    public int Changed(int chunks) => FoldedChunks + Math.Abs(FittedChunks + FoldedChunks - chunks);
}

/// <summary>One kind of embedder: latent semantic analysis learned from the course, a file on disk, an endpoint.</summary>
public interface IEmbeddingModels
{
    /// <summary>Whether it can open the model of this name.</summary>
    bool Opens(string model);

    /// <summary>Whether a course of so many chunks is still well served by the model.</summary>
    bool Serves(CourseModel model, int chunks);

    /// <summary>Whether it still serves where nothing more is on its way into the course: then is the time to learn from all of it.</summary>
    bool ServesAtRest(CourseModel model, int chunks) => Serves(model, chunks);

    /// <summary>A model for a course. <paramref name="earlier"/> are the names of the course's other models.</summary>
    /// <param name="texts">All texts of the course in a fixed order.</param>
    CourseModel Create(IReadOnlyList<string> texts, IReadOnlyCollection<string> earlier);

    /// <param name="terms">Of each text, in its language.</param>
    CourseModel Create(IReadOnlyList<string> texts, IReadOnlyList<TermCounts> terms, IReadOnlyCollection<string> earlier) => Create(texts, earlier);

    /// <summary>Why it gives no vectors just now; null while nothing is known to be wrong.</summary>
    Failure? Down => null;

    /// <summary>Vectors need not have length 1; all of a model have the same dimension.</summary>
    IEmbeddingGenerator<string, Embedding<float>> Open(CourseModel model);
}

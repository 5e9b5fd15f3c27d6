using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>
/// The embedder gives no vectors now, but may later: an endpoint that does not answer, a library that is not installed. Passages are found by
/// their words meanwhile. What will never be good enough to store is a <see cref="SourceRefusedException"/>.
/// </summary>
public sealed class EmbeddingUnavailableException(Failure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public Failure Failure { get; } = failure;
}

namespace Tutor.Sources;

/// <summary>queued -> parsing -> embedding -> ready, or failed with a reason; a retry goes back to queued.</summary>
public enum SourceState
{
    Queued,
    Parsing,
    Embedding,
    Ready,
    Failed,
}

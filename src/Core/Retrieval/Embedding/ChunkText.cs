namespace Tutor.Retrieval.Embedding;

/// <summary>A chunk as it is embedded and counted.</summary>
internal sealed record ChunkText(Guid Id, Guid SourceId, int Ordinal, string Text, TermCounts Terms);

using System.Buffers;
using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;

namespace Tutor.Retrieval;

/// <param name="Score">0 to 1, comparable within one query.</param>
public readonly record struct Hit(Guid ChunkId, double Score);

/// <summary>What is searched of a course, in memory: immutable, good for one version of the course's content.</summary>
/// <param name="chunks">In the order of source and place in it; <paramref name="postings"/> and <paramref name="vectors"/> have the same.</param>
/// <param name="embedder">Of the model the vectors come from; null while the course has none.</param>
/// <param name="embedderBytes">About what the embedder holds in memory.</param>
public sealed class CourseIndex(
    long version, IReadOnlyList<IndexedChunk> chunks, Postings postings, VectorTable vectors,
    IEmbeddingGenerator<string, Embedding<float>>? embedder, long embedderBytes = 0)
{
    private readonly bool[] _follows = [.. chunks.Select((c, i) => i > 0 && chunks[i - 1].SourceId == c.SourceId)];

    public long Version => version;
    public int Count => chunks.Count;

    /// <summary>About what this holds in memory.</summary>
    public long Bytes => 33L * chunks.Count + postings.Bytes + vectors.Bytes + embedderBytes;

    /// <summary>
    /// The best chunks, best first; equal ones in the order of the course. As many as asked for where the course has them:
    /// what shares nothing with the query comes last.
    /// </summary>
    public async Task<IReadOnlyList<Hit>> SearchAsync(string query, int take, CancellationToken ct)
    {
        if (Count == 0) return [];
        var asked = QueryTerms.Of(query, postings.Vocabulary, postings.ChunksWith);
        var embedding = await QueryVector.OfAsync(embedder, asked.Text, vectors.Dimensions, ct);
        return Rank(asked, embedding.Span, take);
    }

    private Hit[] Rank(QueryTerms asked, ReadOnlySpan<float> embedding, int take)
    {
        var rented = ArrayPool<double>.Shared.Rent(Count);
        try
        {
            var words = rented.AsSpan(0, Count);
            Bm25.Score(postings, asked.Terms, words);
            return [.. Fusion.Best(words, vectors, embedding, _follows, take).Select(b => new Hit(chunks[b.Place].Id, b.Score))];
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}

/// <summary>A chunk's name and the source it follows others in.</summary>
public readonly record struct IndexedChunk(Guid Id, Guid SourceId);

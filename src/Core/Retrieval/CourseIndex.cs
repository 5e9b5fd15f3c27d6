using Microsoft.Extensions.AI;

namespace Tutor.Retrieval;

/// <param name="Score">0 to 1, comparable within one query.</param>
public readonly record struct Hit(Guid ChunkId, double Score);

/// <summary>What is searched of a course, in memory: immutable, good for one version of the course's content.</summary>
/// <param name="chunkIds">In the order of source and place in it; <paramref name="postings"/> and <paramref name="vectors"/> have the same.</param>
/// <param name="embedder">Of the model the vectors come from; null while the course has none.</param>
public sealed class CourseIndex(
    long version, IReadOnlyList<Guid> chunkIds, Postings postings, VectorTable vectors, IEmbeddingGenerator<string, Embedding<float>>? embedder)
{
    public long Version => version;
    public int Count => chunkIds.Count;

    /// <summary>About what this holds in memory.</summary>
    public long Bytes => 16L * chunkIds.Count + postings.Bytes + vectors.Bytes;

    /// <summary>
    /// The best chunks, best first; equal ones in the order of the course. As many as asked for where the course has them:
    /// what shares nothing with the query comes last.
    /// </summary>
    public async Task<IReadOnlyList<Hit>> SearchAsync(string query, int take, CancellationToken ct)
    {
        var terms = Spelling.Correct(Tokenizer.QueryTerms(query), postings.Vocabulary, postings.ChunksWith);
        var similarities = new float[Count];
        if (embedder is not null && Count > 0)
        {
            var embedding = await embedder.GenerateAsync([string.Join(' ', query)], cancellationToken: ct);
            similarities = vectors.Similarities(embedding[0].Vector.Span);
        }
        var scores = Fusion.Combine(Bm25.Score(postings, terms), similarities);
        return [.. Enumerable.Range(0, Count).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(take).Select(i => new Hit(chunkIds[i], scores[i]))];
    }
}

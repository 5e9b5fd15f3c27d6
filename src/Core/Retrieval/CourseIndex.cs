using System.Buffers;
using Microsoft.Extensions.AI;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Queries;

namespace Tutor.Retrieval;

/// <param name="Score">0 to 1, comparable within one query.</param>
public readonly record struct Hit(Guid ChunkId, double Score);

/// <summary>A chunk's name and the source it follows others in.</summary>
public readonly record struct IndexedChunk(Guid Id, Guid SourceId);

/// <summary>What is searched of a course, in memory: immutable, good for one version of the course's content.</summary>
public sealed class CourseIndex
{
    private readonly IReadOnlyList<IndexedChunk> _chunks;
    private readonly Postings _postings;
    private readonly VectorTable _vectors;
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embedder;
    private readonly QueryReader _reader;
    private readonly CourseWords _words;
    private readonly bool[] _follows;
    private readonly long _embedderBytes;

    /// <param name="chunks">In the order of source and place in it; <paramref name="postings"/> and <paramref name="vectors"/> have the same.</param>
    /// <param name="embedder">Of the model the vectors come from; null while the course has none.</param>
    /// <param name="embedderBytes">About what the embedder holds in memory.</param>
    internal CourseIndex(
        Guid courseId, long version, IReadOnlyList<IndexedChunk> chunks, Postings postings, VectorTable vectors,
        IReadOnlyList<string> languages, IReadOnlyList<CourseAbbreviation> abbreviations, QueryReader reader,
        IEmbeddingGenerator<string, Embedding<float>>? embedder, long embedderBytes = 0)
    {
        (Version, _chunks, _postings, _vectors, _reader, _embedder, _embedderBytes) = (version, chunks, postings, vectors, reader, embedder, embedderBytes);
        _follows = [.. chunks.Select((c, i) => i > 0 && chunks[i - 1].SourceId == c.SourceId)];
        _words = new CourseWords(courseId, Count, languages, abbreviations, postings.Vocabulary, postings.ChunksWith, rows => [.. postings.HaveAll(rows).Select(i => chunks[i].Id)]);
    }

    public long Version { get; }
    public int Count => _chunks.Count;

    /// <summary>About what this holds in memory.</summary>
    public long Bytes => 33L * _chunks.Count + _postings.Bytes + _vectors.Bytes + _embedderBytes;

    /// <summary>
    /// The best chunks, best first; equal ones in the order of the course. As many as asked for where the course has them:
    /// what shares nothing with the query comes last.
    /// </summary>
    public async Task<IReadOnlyList<Hit>> SearchAsync(string text, int take, CancellationToken ct)
    {
        if (Count == 0) return [];
        var query = await _reader.ReadAsync(text, _words, ct);
        return Rank(query, (await QueryVector.OfAsync(_embedder, _words.CourseId, query, _vectors.Dimensions, ct)).Span, take);
    }

    /// <summary>How far the course has words and passages for a text at all; see <see cref="QueryEvidence"/>.</summary>
    public async Task<QueryEvidence> WeighAsync(string text, CancellationToken ct)
    {
        if (Count == 0) return QueryEvidence.None;
        var query = await _reader.ReadAsync(text, _words, ct);
        var embedding = await QueryVector.OfAsync(_embedder, _words.CourseId, query, _vectors.Dimensions, ct);
        var words = new double[Count];
        Bm25.Score(_postings, query.Terms, words);
        return QueryEvidence.Of(query, Count, _postings.ChunksWith, words, embedding.IsEmpty ? [] : _vectors.Similarities(embedding.Span));
    }

    private Hit[] Rank(Query query, ReadOnlySpan<float> embedding, int take)
    {
        var rented = ArrayPool<double>.Shared.Rent(Count);
        try
        {
            var words = rented.AsSpan(0, Count);
            Bm25.Score(_postings, query.Terms, words);
            if (query.Quoted.Count > 0)
                for (var i = 0; i < Count; i++) words[i] += query.Quoted.GetValueOrDefault(_chunks[i].Id);
            return [.. Fusion.Best(words, _vectors, embedding, _follows, take).Select(b => new Hit(_chunks[b.Place].Id, b.Score))];
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}

using Microsoft.Extensions.AI;
using Npgsql;
using Tutor.Retrieval.Lsa;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Retrieval.Embedding;

/// <summary>The transactions of one call of <see cref="EmbeddingStore"/>, each under the caller's fence.</summary>
internal sealed class EmbeddingRun(NpgsqlConnection connection, Guid courseId, Fence fence)
{
    /// <summary>What a killed worker loses at most.</summary>
    private const int BatchSize = 256;

    public async Task<CourseModel> AddModelAsync(CourseModel model, CancellationToken ct)
    {
        await InTransactionAsync(t => CourseModels.InsertAsync(t, courseId, model, ct), ct);
        return model;
    }

    /// <param name="mostBatches">Larger works are done in steps, between which others may embed.</param>
    /// <returns>How many chunks were written, and how many are left.</returns>
    /// <exception cref="EmbeddingUnavailableException">What is written so far stays.</exception>
    public async Task<(int Written, int Left)> WriteAsync(
        CourseModel model, IEmbeddingGenerator<string, Embedding<float>> generator, IReadOnlyList<ChunkText> texts, int mostBatches, IProgress<double>? progress, CancellationToken ct)
    {
        var haveVectors = await ChunkRows.WithVectorsAsync(connection, courseId, model.Name, ct);
        var haveTerms = await ChunkRows.WithTermsAsync(connection, courseId, ct);
        var missing = texts.Where(t => !haveVectors.Contains(t.Id) || !haveTerms.Contains(t.Id)).ToList();
        var dimensions = await ChunkRows.DimensionsAsync(connection, courseId, model.Name, ct);
        var written = 0;
        foreach (var batch in missing.Chunk(BatchSize).Take(mostBatches))
        {
            var toEmbed = batch.Where(t => !haveVectors.Contains(t.Id)).ToList();
            var vectors = await VectorsAsync(generator, toEmbed, dimensions, ct);
            await InTransactionAsync(async t =>
            {
                if (toEmbed.Count > 0) await ChunkRows.InsertVectorsAsync(t, courseId, model.Name, [.. toEmbed.Select(c => c.Id)], vectors, ct);
                if (model.Current) await CourseModels.FoldAsync(t, courseId, model.Name, toEmbed.Count, ct);
                await ChunkRows.CopyTermsAsync(t, courseId, batch.Where(c => !haveTerms.Contains(c.Id)), ct);
            }, ct);
            if (vectors.Count > 0) dimensions = vectors[0].Length;
            written += batch.Length;
            progress?.Report((double)(texts.Count - missing.Count + written) / texts.Count);
        }
        return (written, missing.Count - written);
    }

    /// <summary>Replaces the terms of chunks that were counted by an earlier version of the tokeniser; what was learned from those is due to be learned anew.</summary>
    public Task RecountAsync(IReadOnlyCollection<ChunkText> recounted, CancellationToken ct) => InTransactionAsync(async t =>
    {
        await ChunkRows.ReplaceTermsAsync(t, courseId, recounted, ct);
        await CourseModels.OutdateAsync(t, courseId, ct);
        await ContentVersion.RaiseAsync(t, courseId, ct);
    }, ct);

    /// <param name="alone">Vectors of other models have no use any more.</param>
    public Task FinishAsync(CourseModel model, bool alone, CancellationToken ct) => InTransactionAsync(async t =>
    {
        if (alone) await CourseModels.SwitchAsync(t, courseId, model.Name, ct);
        await ContentVersion.RaiseAsync(t, courseId, ct);
    }, ct);

    /// <summary>The embedder is away: the chunks can be found by their words, and the course is looked at again later.</summary>
    public async Task DoWithoutAsync(IReadOnlyList<ChunkText> texts, Failure why, CancellationToken ct)
    {
        var haveTerms = await ChunkRows.WithTermsAsync(connection, courseId, ct);
        await InTransactionAsync(async t =>
        {
            await ChunkRows.CopyTermsAsync(t, courseId, texts.Where(c => !haveTerms.Contains(c.Id)), ct);
            await EmbeddingFaults.NoteAsync(t.Connection!, courseId, why, ct);
        }, ct);
    }

    private async Task<IReadOnlyList<float[]>> VectorsAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, List<ChunkText> chunks, int? dimensions, CancellationToken ct)
    {
        if (chunks.Count == 0) return [];
        // A model of the course's own terms has no text to read once more.
        if (generator.GetService<LsaModel>() is { } model) return [.. chunks.Select(c => model.Embed(c.Terms))];
        return await CheckedEmbeddings.EmbedAsync(generator, [.. chunks.Select(c => c.Text)], dimensions, EmbeddingCall.For(courseId), ct);
    }

    private async Task InTransactionAsync(Func<NpgsqlTransaction, Task> write, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await fence(transaction, ct);
        await write(transaction);
        await transaction.CommitAsync(ct);
    }
}

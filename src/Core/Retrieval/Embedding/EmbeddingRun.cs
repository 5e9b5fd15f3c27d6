using Microsoft.Extensions.AI;
using Npgsql;
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
            IReadOnlyList<float[]> vectors = toEmbed.Count == 0 ? [] : await CheckedEmbeddings.EmbedAsync(generator, [.. toEmbed.Select(t => t.Text)], dimensions, null, ct);
            await InTransactionAsync(async t =>
            {
                if (toEmbed.Count > 0) await ChunkRows.InsertVectorsAsync(t, courseId, model.Name, [.. toEmbed.Select(c => c.Id)], vectors, ct);
                await ChunkRows.CopyTermsAsync(t, courseId, batch.Where(c => !haveTerms.Contains(c.Id)), ct);
            }, ct);
            if (vectors.Count > 0) dimensions = vectors[0].Length;
            written += batch.Length;
            progress?.Report((double)(texts.Count - missing.Count + written) / texts.Count);
        }
        return (written, missing.Count - written);
    }

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

    private async Task InTransactionAsync(Func<NpgsqlTransaction, Task> write, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await fence(transaction, ct);
        await write(transaction);
        await transaction.CommitAsync(ct);
    }
}

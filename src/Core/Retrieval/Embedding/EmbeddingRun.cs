using Microsoft.Extensions.AI;
using Npgsql;
using Tutor.Work;

namespace Tutor.Retrieval.Embedding;

/// <summary>The transactions of one call of <see cref="EmbeddingStore"/>, each under the caller's fence.</summary>
internal sealed class EmbeddingRun(NpgsqlConnection connection, Guid courseId, Fence fence)
{
    public async Task<CourseModel> AddModelAsync(CourseModel model, CancellationToken ct)
    {
        await InTransactionAsync(t => CourseModels.InsertAsync(t, courseId, model, ct), ct);
        return model;
    }

    /// <returns>Whether anything was missing.</returns>
    public async Task<bool> WriteAsync(
        CourseModel model, IEmbeddingGenerator<string, Embedding<float>> generator, IReadOnlyList<ChunkText> texts, int batchSize, IProgress<double>? progress, CancellationToken ct)
    {
        var haveVectors = await ChunkRows.WithVectorsAsync(connection, courseId, model.Name, ct);
        var haveTerms = await ChunkRows.WithTermsAsync(connection, courseId, ct);
        var missing = texts.Where(t => !haveVectors.Contains(t.Id) || !haveTerms.Contains(t.Id)).ToList();
        int? dimensions = null;
        var done = texts.Count - missing.Count;
        foreach (var batch in missing.Chunk(batchSize))
        {
            var toEmbed = batch.Where(t => !haveVectors.Contains(t.Id)).ToList();
            IReadOnlyList<float[]> vectors = toEmbed.Count == 0 ? [] : await CheckedEmbeddings.EmbedAsync(generator, [.. toEmbed.Select(t => t.Text)], dimensions, ct);
            await InTransactionAsync(async t =>
            {
                if (toEmbed.Count > 0) await ChunkRows.InsertVectorsAsync(t, courseId, model.Name, [.. toEmbed.Select(c => c.Id)], vectors, ct);
                await ChunkRows.CopyTermsAsync(t, courseId, batch.Where(c => !haveTerms.Contains(c.Id)), ct);
            }, ct);
            if (vectors.Count > 0) dimensions = vectors[0].Length;
            done += batch.Length;
            progress?.Report((double)done / texts.Count);
        }
        return missing.Count > 0;
    }

    public Task FinishAsync(CourseModel model, CancellationToken ct) => InTransactionAsync(async t =>
    {
        if (!model.Current) await CourseModels.SwitchAsync(t, courseId, model.Name, ct);
        await ContentVersion.RaiseAsync(t, courseId, ct);
    }, ct);

    private async Task InTransactionAsync(Func<NpgsqlTransaction, Task> write, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await fence(transaction, ct);
        await write(transaction);
        await transaction.CommitAsync(ct);
    }
}

using Npgsql;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Retrieval.Embedding;

/// <summary>
/// Makes chunks searchable: writes their vectors and terms. One model serves a course at a time; when another takes over (a course that has
/// doubled, another embedder) its vectors are made beside the old ones, and one transaction switches.
/// </summary>
public sealed class EmbeddingStore(NpgsqlDataSource data, EmbeddingModels models)
{
    /// <summary>What a killed worker loses at most.</summary>
    private const int BatchSize = 256;

    /// <summary>
    /// Embeds the chunks that have no vector of the course's model yet, and all of the course where a new model takes over. Safe to repeat.
    /// Chunks must be stored already; they are found once their source is ready (and <see cref="ContentVersion"/> raised).
    /// </summary>
    /// <param name="fence">Guards every transaction, see <see cref="Fences"/>.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <exception cref="LeaseLostException">Another worker has the source; what is written so far is good for it too.</exception>
    public async Task EmbedAsync(Guid courseId, IReadOnlyList<Chunk> chunks, Fence fence, IProgress<double>? progress, CancellationToken ct)
    {
        if (chunks.Count == 0) return;
        await using var connection = await data.OpenConnectionAsync(ct);
        await using var courseLock = await CourseLock.TakeAsync(connection, courseId, ct);
        var writing = new EmbeddingRun(connection, courseId, fence);

        var stored = await CourseModels.AllAsync(connection, courseId, ct);
        var all = await TextsAsync(connection, courseId, stored, chunks, ct);
        var model = Choose(stored, all.Count) ?? await writing.AddModelAsync(models.Wanted.Create([.. all.Select(t => t.Text)], [.. stored.Select(m => m.Name)]), ct);

        using var generator = models.Wanted.Open(model);
        var texts = model.Current ? all.IntersectBy(chunks.Select(c => c.Id), t => t.Id).ToList() : all;
        var wrote = await writing.WriteAsync(model, generator, texts, BatchSize, progress, ct);
        if (wrote || !model.Current) await writing.FinishAsync(model, ct);
    }

    /// <summary>Takes a source out of search at once, with its chunks.</summary>
    public async Task RemoveAsync(Guid courseId, Guid sourceId, CancellationToken ct)
    {
        await using var connection = await data.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("delete from chunks where source_id = $1 and course_id = $2", connection, transaction)
        {
            Parameters = { new() { Value = sourceId }, new() { Value = courseId } },
        };
        await command.ExecuteNonQueryAsync(ct);
        await ContentVersion.RaiseAsync(transaction, courseId, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The model in use, else one that a stopped worker began.</summary>
    private CourseModel? Choose(List<CourseModel> stored, int chunks) =>
        stored.Where(m => models.Wanted.Serves(m, chunks)).OrderByDescending(m => m.Current).FirstOrDefault();

    /// <summary>Everything that must have vectors in the end: what has one of the current model, and the new chunks. In the course's order.</summary>
    private static async Task<List<ChunkText>> TextsAsync(
        NpgsqlConnection connection, Guid courseId, List<CourseModel> stored, IReadOnlyList<Chunk> chunks, CancellationToken ct)
    {
        List<ChunkText> embedded = stored.SingleOrDefault(m => m.Current) is { } current ? await ChunkRows.EmbeddedAsync(connection, courseId, current.Name, ct) : [];
        return [.. embedded.UnionBy(chunks.Select(ChunkText.Of), t => t.Id).OrderBy(t => t.SourceId).ThenBy(t => t.Ordinal)];
    }
}

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
    /// Embeds the chunks that have no vector of the course's model yet, and all of the course where a new model takes over; with no chunks,
    /// only the latter. Safe to repeat. Chunks must be stored already; they are found once their source is ready (and
    /// <see cref="ContentVersion"/> raised).
    /// </summary>
    /// <param name="fence">Guards every transaction, see <see cref="Fences"/>.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <exception cref="LeaseLostException">Another worker has the source; what is written so far is good for it too.</exception>
    /// <exception cref="SourceRefusedException">The model's vectors cannot be searched.</exception>
    public async Task EmbedAsync(Guid courseId, IReadOnlyList<Chunk> chunks, Fence fence, IProgress<double>? progress, CancellationToken ct)
    {
        await using var courseLock = await CourseLock.TakeAsync(data, courseId, ct);
        var run = new EmbeddingRun(courseLock.Connection, courseId, fence);
        var stored = await CourseModels.AllAsync(courseLock.Connection, courseId, ct);
        var embedded = await EmbeddedAsync(courseLock.Connection, courseId, stored, ct);
        var count = embedded.Union(chunks.Select(c => c.Id)).Count();
        if (count == 0) return;

        var model = Choose(stored, count);
        var texts = chunks.Select(ChunkText.Of).ToList();
        if (model is not { Current: true }) texts = await WholeCourseAsync(courseLock.Connection, courseId, embedded, texts, ct);
        model ??= await run.AddModelAsync(models.Wanted.Create([.. texts.Select(t => t.Text)], [.. stored.Select(m => m.Name)]), ct);

        using var generator = models.Wanted.Open(model);
        var wrote = await run.WriteAsync(model, generator, texts, BatchSize, progress, ct);
        if (wrote || !model.Current) await run.FinishAsync(model, ct);
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

    private static async Task<HashSet<Guid>> EmbeddedAsync(NpgsqlConnection connection, Guid courseId, List<CourseModel> stored, CancellationToken ct) =>
        stored.SingleOrDefault(m => m.Current) is { } current ? await ChunkRows.WithVectorsAsync(connection, courseId, current.Name, ct) : [];

    /// <summary>What has a vector of the current model, and the new chunks, in the course's order.</summary>
    private static async Task<List<ChunkText>> WholeCourseAsync(
        NpgsqlConnection connection, Guid courseId, HashSet<Guid> embedded, List<ChunkText> texts, CancellationToken ct)
    {
        var earlier = embedded.Count == 0 ? [] : await ChunkRows.TextsAsync(connection, courseId, embedded, ct);
        return [.. earlier.UnionBy(texts, t => t.Id).OrderBy(t => t.SourceId).ThenBy(t => t.Ordinal)];
    }
}

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
    /// <summary>
    /// Embeds the chunks that have no vector of the course's model yet, and all of the course where a new model takes over; with no chunks,
    /// only the latter. Safe to repeat. Chunks must be stored already; they are found once their source is ready (and
    /// <see cref="ContentVersion"/> raised). An embedder that is away is no failure: the chunks are found by their words until it is back.
    /// </summary>
    /// <param name="fence">Guards every transaction, see <see cref="Fences"/>.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <exception cref="LeaseLostException">Another worker has the source; what is written so far is good for it too.</exception>
    /// <exception cref="SourceRefusedException">The model's vectors cannot be searched.</exception>
    public Task EmbedAsync(Guid courseId, IReadOnlyList<Chunk> chunks, Fence fence, IProgress<double>? progress, CancellationToken ct) =>
        RunAsync(courseId, chunks, fence, progress, int.MaxValue, ct);

    /// <summary>Takes a course one batch nearer to what it should be. The old vectors serve until the last step, and uploads can come in between.</summary>
    /// <returns>Whether there is more to do now.</returns>
    public async Task<bool> StepAsync(Guid courseId, CancellationToken ct)
    {
        try
        {
            return await RunAsync(courseId, [], Fences.None, null, 1, ct);
        }
        catch (SourceRefusedException refused)
        {
            await using var connection = await data.OpenConnectionAsync(ct);
            await EmbeddingFaults.NoteAsync(connection, courseId, refused.Failure, ct);
            return false;
        }
    }

    private async Task<bool> RunAsync(Guid courseId, IReadOnlyList<Chunk> chunks, Fence fence, IProgress<double>? progress, int mostBatches, CancellationToken ct)
    {
        await using var courseLock = await CourseLock.TakeAsync(data, courseId, ct);
        var run = new EmbeddingRun(courseLock.Connection, courseId, fence);
        var stored = await CourseModels.AllAsync(courseLock.Connection, courseId, ct);
        var earlier = await ChunkRows.WithTermsAsync(courseLock.Connection, courseId, ct);
        var count = earlier.Union(chunks.Select(c => c.Id)).Count();
        if (count == 0) return false;

        var model = Choose(stored, count, isUpload: chunks.Count > 0);
        if (model is not null) earlier.ExceptWith(await ChunkRows.WithVectorsAsync(courseLock.Connection, courseId, model.Name, ct));
        var texts = await TextsAsync(courseLock.Connection, courseId, earlier, chunks, ct);
        model ??= await run.AddModelAsync(models.Wanted.Create([.. texts.Select(t => t.Text)], [.. stored.Select(m => m.Name)]), ct);
        var isWanted = models.Wanted.Serves(model, count);
        using var generator = isWanted ? models.Wanted.Open(model) : models.Open(model)!;
        try
        {
            var (written, left) = await run.WriteAsync(model, generator, texts, mostBatches, progress, ct);
            if (left > 0) return true;
            var alone = isWanted && (!model.Current || stored.Count > 1);
            if (written > 0 || alone) await run.FinishAsync(model, alone, ct);
            if (isWanted) await EmbeddingFaults.ClearAsync(courseLock.Connection, courseId, ct);
        }
        catch (EmbeddingUnavailableException away)
        {
            await run.DoWithoutAsync(texts, away.Failure, ct);
        }
        return false;
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

    /// <summary>
    /// The model in use, else one that a stopped worker began. A course goes over to another embedder in steps of its own: what is uploaded
    /// meanwhile gets vectors of the model that still serves.
    /// </summary>
    private CourseModel? Choose(List<CourseModel> stored, int chunks, bool isUpload) =>
        isUpload && stored.SingleOrDefault(m => m.Current) is { } current && models.AreOther(current) && models.CanOpen(current)
            ? current
            : stored.Where(m => models.Wanted.Serves(m, chunks)).OrderByDescending(m => m.Current).FirstOrDefault();

    /// <summary>Earlier chunks and the new ones, in the course's order.</summary>
    private static async Task<List<ChunkText>> TextsAsync(NpgsqlConnection connection, Guid courseId, HashSet<Guid> earlier, IReadOnlyList<Chunk> chunks, CancellationToken ct)
    {
        var stored = earlier.Count == 0 ? [] : await ChunkRows.TextsAsync(connection, courseId, earlier, ct);
        return [.. stored.UnionBy(chunks.Select(ChunkText.Of), t => t.Id).OrderBy(t => t.SourceId).ThenBy(t => t.Ordinal)];
    }
}

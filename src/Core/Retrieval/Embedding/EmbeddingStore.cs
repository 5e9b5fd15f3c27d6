using Npgsql;
using Tutor.Retrieval.Languages;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Retrieval.Embedding;

/// <summary>
/// Makes chunks searchable: writes their vectors and terms. One model serves a course at a time; when another takes over (a course that has
/// doubled, or has got all that was on its way; another embedder) its vectors are made beside the old ones, and one transaction switches.
/// </summary>
public sealed class EmbeddingStore(NpgsqlDataSource data, EmbeddingModels models, TermReader reader)
{
    /// <summary>
    /// Embeds the chunks that have no vector of the course's model yet, and all of the course where a new model takes over; with no chunks,
    /// only the latter. Safe to repeat. Chunks must be stored already; they are found once their source is ready (and
    /// <see cref="ContentVersion"/> raised). An embedder that is away is no failure: the chunks are found by their words until it is back.
    /// Whoever is the last of the sources on their way to come here learns from the whole course: it is searched at its best as soon as all are ready.
    /// </summary>
    /// <param name="chunks">Of one source.</param>
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
        var arrived = await CountAsync(chunks, ct);
        await using var courseLock = await CourseLock.TakeAsync(data, courseId, ct);
        var run = new EmbeddingRun(courseLock.Connection, courseId, fence);
        var stored = await CourseModels.AllAsync(courseLock.Connection, courseId, ct);
        var earlier = await ChunkRows.WithTermsAsync(courseLock.Connection, courseId, ct);
        var count = earlier.Union(chunks.Select(c => c.Id)).Count();
        if (count == 0)
        {
            await EmbeddingFaults.ClearAsync(courseLock.Connection, courseId, ct);
            return false;
        }

        if (chunks.Count == 0 && stored.Any(m => m.TokenizerVersion != Tokenizer.Version))
        {
            await run.RecountAsync(await RecountAsync(courseLock.Connection, courseId, earlier, ct), ct);
            stored = await CourseModels.AllAsync(courseLock.Connection, courseId, ct);
        }
        var isSettled = await Arrivals.AreOverAsync(courseLock.Connection, courseId, chunks.Count > 0 ? chunks[0].SourceId : null, ct);
        var model = Choose(stored, count, isUpload: chunks.Count > 0, isSettled);
        if (model is not null) earlier.ExceptWith(await ChunkRows.WithVectorsAsync(courseLock.Connection, courseId, model.Name, ct));
        var texts = await TextsAsync(courseLock.Connection, courseId, earlier, arrived, ct);
        model ??= await run.AddModelAsync(models.Wanted.Create([.. texts.Select(t => t.Text)], [.. texts.Select(t => t.Terms)], [.. stored.Select(m => m.Name)]), ct);
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
    private CourseModel? Choose(List<CourseModel> stored, int chunks, bool isUpload, bool isSettled) =>
        isUpload && stored.SingleOrDefault(m => m.Current) is { } current && models.AreOther(current) && models.CanOpen(current)
            ? current
            : stored.Where(m => isSettled ? models.Wanted.ServesAtRest(m, chunks) : models.Wanted.Serves(m, chunks)).OrderByDescending(m => m.Current).FirstOrDefault();

    /// <summary>Earlier chunks and the new ones, in the course's order.</summary>
    private static async Task<List<ChunkText>> TextsAsync(NpgsqlConnection connection, Guid courseId, HashSet<Guid> earlier, List<ChunkText> arrived, CancellationToken ct)
    {
        var stored = earlier.Count == 0 ? [] : await ChunkRows.TextsAsync(connection, courseId, earlier, ct);
        return [.. stored.UnionBy(arrived, t => t.Id).OrderBy(t => t.SourceId).ThenBy(t => t.Ordinal)];
    }

    private async Task<List<ChunkText>> CountAsync(IReadOnlyList<Chunk> chunks, CancellationToken ct)
    {
        string[] texts = [.. chunks.Select(c => c.IndexedText)];
        var terms = await reader.ReadAsync(texts, ct);
        return [.. chunks.Select((c, i) => new ChunkText(c.Id, c.SourceId, c.Ordinal, texts[i], terms[i]))];
    }

    /// <summary>Chunks with the terms this version counts.</summary>
    private async Task<List<ChunkText>> RecountAsync(NpgsqlConnection connection, Guid courseId, HashSet<Guid> chunks, CancellationToken ct)
    {
        var recounted = new List<ChunkText>();
        foreach (var source in (await ChunkRows.TextsAsync(connection, courseId, chunks, ct)).GroupBy(t => t.SourceId))
        {
            var texts = source.ToList();
            var terms = await reader.ReadAsync([.. texts.Select(t => t.Text)], ct);
            recounted.AddRange(texts.Zip(terms, (text, counted) => text with { Terms = counted }));
        }
        return recounted;
    }
}

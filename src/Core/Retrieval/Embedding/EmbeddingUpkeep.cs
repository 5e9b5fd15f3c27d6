using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tutor.Retrieval.Embedding;

/// <summary>
/// Gives courses the vectors they should have: those that still have another embedder's, those whose embedder was away, those that came to rest
/// another way than by a source becoming ready (one was deleted, or refused), those whose terms an earlier version counted. Any number of
/// processes may do it at once: in a course one works at a time, and what one wrote the others find.
/// </summary>
public sealed class EmbeddingUpkeep(NpgsqlDataSource data, EmbeddingModels models, EmbeddingStore store, ILogger<EmbeddingUpkeep> log)
{
    /// <summary>Between two steps an upload of the same course gets its turn, see <see cref="CourseLock"/>.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromMilliseconds(250);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var (courseId, why) in await DueAsync(ct))
        {
            log.LogInformation("Making vectors of course {Course}: {Why}.", courseId, why);
            while (await store.StepAsync(courseId, ct)) await Task.Delay(s_breath, ct);
        }
    }

    private async Task<List<(Guid CourseId, string Why)>> DueAsync(CancellationToken ct)
    {
        await using var command = data.CreateCommand("""
            select coalesce(m.course_id, f.course_id), m.model, m.current, m.fitted_chunks, f.next_try is not null, m.folded_chunks, m.tokenizer, s.chunks
            from course_models m full join embedding_faults f on f.course_id = m.course_id
            left join lateral (
                select sum(chunk_count) filter (where state = 'Ready') as chunks from sources where course_id = m.course_id
                having not bool_or(state in ('Queued', 'Parsing', 'Embedding'))) s on m.current
            where f.next_try < now() or f.next_try is null and exists (select 1 from chunk_terms t where t.course_id = m.course_id)
            order by f.next_try nulls last, 1
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var due = new List<(Guid, string)>();
        while (await reader.ReadAsync(ct))
        {
            var model = await reader.IsDBNullAsync(1, ct) ? null : new CourseModel(reader.GetString(1), reader.GetBoolean(2), reader.GetInt32(3), null)
            {
                FoldedChunks = reader.GetInt32(5), TokenizerVersion = reader.GetInt32(6),
            };
            var atRest = await reader.IsDBNullAsync(7, ct) ? 0 : (int)reader.GetInt64(7);
            if (reader.GetBoolean(4)) due.Add((reader.GetGuid(0), "some could not be made before"));
            else if (models.AreOther(model!)) due.Add((reader.GetGuid(0), $"it has those of {model!.Name}"));
            else if (model!.TokenizerVersion != Tokenizer.Version) due.Add((reader.GetGuid(0), "an earlier version counted its terms"));
            else if (atRest > 0 && !models.Wanted.ServesAtRest(model, atRest)) due.Add((reader.GetGuid(0), "much of it came or went"));
        }
        return [.. due.DistinctBy(d => d.Item1)];
    }
}

using Npgsql;

namespace Tutor.Models.Accounting;

/// <summary>
/// The table <c>model_calls</c>. A call's row is there before the call, holding what it may cost at most, so that many at once cannot overdraw a
/// budget together; a process that dies in a call leaves that amount counted.
/// </summary>
public sealed class ModelCallRows(NpgsqlDataSource database, long? tokensPerCourseAndDay)
{
    private static TimeSpan UntilMidnight(DateTimeOffset now) => TimeSpan.FromDays(1) - now.UtcDateTime.TimeOfDay;

    public long? TokensPerCourseAndDay => tokensPerCourseAndDay;

    /// <exception cref="ModelFailedException">The course's budget of the day does not allow it; then nothing was written.</exception>
    internal async Task<Guid> BeginAsync(ModelCall call, ModelRole role, ModelName model, int inputTokens, int outputTokens, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (call.CourseId is { } course && tokensPerCourseAndDay is not null)
        {
            await using var one = Command(connection, "select pg_advisory_xact_lock(hashtextextended($1::text, 4))", course.ToString());
            await one.ExecuteNonQueryAsync(ct);
        }
        await using var insert = Command(connection, """
            insert into model_calls (id, course_id, role, endpoint, model, prompt, prompt_hash, artefact_key, outcome, input_tokens, output_tokens, created_at)
            select $1, $2, $3, $4, $5, $6, $7, $8, 'running', $9, $10, clock_timestamp()
            where $2::uuid is null or $11::bigint is null or $9 + $10 + (
                select coalesce(sum(input_tokens + output_tokens), 0) from model_calls
                where course_id = $2 and role <> 'Embedder' and created_at >= date_trunc('day', clock_timestamp() at time zone 'utc') at time zone 'utc') <= $11
            """, id, call.CourseId, role.ToString(), model.Endpoint.Name, model.Model, call.Prompt, call.PromptHash, call.ArtefactKey, inputTokens, outputTokens, tokensPerCourseAndDay);
        var allowed = await insert.ExecuteNonQueryAsync(ct) == 1;
        await transaction.CommitAsync(ct);
        return allowed ? id : throw new ModelFailedException(ModelFailures.BudgetSpent(tokensPerCourseAndDay ?? 0, UntilMidnight(DateTimeOffset.UtcNow)));
    }

    internal async Task EndAsync(Guid id, CallUsage usage, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var update = Command(connection, """
            update model_calls
            set outcome = $2, attempts = $3, input_tokens = $4, output_tokens = $5, estimated = $6, milliseconds = $7, first_token_milliseconds = $8
            where id = $1
            """, id, usage.Outcome, usage.Attempts, usage.InputTokens, usage.OutputTokens, usage.Estimated, (int)usage.Took.TotalMilliseconds, (int?)usage.FirstToken?.TotalMilliseconds);
        await update.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A call that came out of no budget, when it is over.</summary>
    internal async Task RecordAsync(ModelCall call, ModelRole role, ModelName model, CallUsage usage, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        // The course may have been deleted meanwhile: what was spent is spent.
        await using var insert = Command(connection, """
            insert into model_calls (id, course_id, role, endpoint, model, prompt, prompt_hash, artefact_key, outcome, attempts, input_tokens, output_tokens, estimated, milliseconds, created_at)
            select $1, (select id from courses where id = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, clock_timestamp()
            """, Guid.CreateVersion7(), call.CourseId, role.ToString(), model.Endpoint.Name, model.Model, call.Prompt, call.PromptHash, call.ArtefactKey,
            usage.Outcome, usage.Attempts, usage.InputTokens, usage.OutputTokens, usage.Estimated, (int)usage.Took.TotalMilliseconds);
        await insert.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}

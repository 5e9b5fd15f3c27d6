using Npgsql;

namespace Tutor.Models.Accounting;

/// <summary>What a course's calls of models came to.</summary>
/// <param name="Budget">Tokens a day; null for no limit. Embedding comes out of no budget.</param>
/// <param name="ResetsAt">When the day's count begins again.</param>
/// <param name="Days">The last thirty with calls, newest first.</param>
/// <param name="Purposes">By prompt and model, over the same days, costliest first.</param>
public sealed record CourseUsage(long? Budget, long SpentToday, DateTimeOffset ResetsAt, IReadOnlyList<UsageOfDay> Days, IReadOnlyList<UsageOfPurpose> Purposes, IReadOnlyList<UsageOfFailure> Failures);

/// <summary>Calls that gave no answer, so that the next in the chain or the extractive writer took over.</summary>
/// <param name="Outcome">The code of a <see cref="ModelFailure"/>.</param>
/// <param name="Message">What is wrong, in words for people.</param>
public sealed record UsageOfFailure(string Outcome, string Message, int Calls, DateTimeOffset LastAt);

/// <param name="Failed">Calls that ended without an answer, except those somebody stopped.</param>
public sealed record UsageOfDay(DateOnly Day, int Calls, int Failed, long InputTokens, long OutputTokens);

/// <param name="Role">Writer, Tutor, Judge or Embedder.</param>
/// <param name="Milliseconds">Median time of a call.</param>
public sealed record UsageOfPurpose(string Role, string Prompt, string Model, int Calls, int Failed, long InputTokens, long OutputTokens, int Milliseconds);

/// <summary>Reads <see cref="CourseUsage"/>. Calls under way count with what they may cost at most.</summary>
public sealed class CourseUsageReader(NpgsqlDataSource database, ModelCallRows rows, TimeProvider clock)
{
    private const int Days = 30;

    private const string Counts = """
        count(*)::int, (count(*) filter (where outcome not in ('answered', 'stopped', 'running')))::int,
        sum(input_tokens)::bigint, sum(output_tokens)::bigint
        """;

    public async Task<CourseUsage> OfAsync(Guid courseId, CancellationToken ct)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var since = today.AddDays(1 - Days);
        var days = await ReadAsync(
            $"select (created_at at time zone 'utc')::date as day, {Counts} from model_calls where course_id = $1 and created_at >= $2 group by day order by day desc",
            courseId, since, r => new UsageOfDay(r.GetFieldValue<DateOnly>(0), r.GetInt32(1), r.GetInt32(2), r.GetInt64(3), r.GetInt64(4)), ct);
        var purposes = await ReadAsync($"""
            select role, prompt, endpoint || '/' || model as model, {Counts}, percentile_disc(.5) within group (order by milliseconds)
            from model_calls where course_id = $1 and created_at >= $2
            group by role, prompt, endpoint, model order by sum(input_tokens + output_tokens) desc, role, prompt, endpoint, model
            """, courseId, since,
            r => new UsageOfPurpose(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetInt32(4), r.GetInt64(5), r.GetInt64(6), r.GetInt32(7)), ct);
        var spent = await ReadAsync(
            "select coalesce(sum(input_tokens + output_tokens), 0)::bigint from model_calls where course_id = $1 and created_at >= $2 and role <> 'Embedder'",
            courseId, today, r => r.GetInt64(0), ct);
        var failures = await ReadAsync("""
            select outcome, count(*)::int, max(created_at) from model_calls
            where course_id = $1 and created_at >= $2 and outcome not in ('answered', 'stopped', 'running') group by outcome order by count(*) desc, outcome
            """, courseId, since, r => new UsageOfFailure(r.GetString(0), ModelFailures.WordsOf(r.GetString(0)), r.GetInt32(1), r.GetFieldValue<DateTimeOffset>(2)), ct);
        return new CourseUsage(rows.TokensPerCourseAndDay, spent[0], today.AddDays(1), days, purposes, failures);
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Guid courseId, DateTimeOffset since, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = courseId });
        command.Parameters.Add(new NpgsqlParameter { Value = since });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<T>();
        while (await reader.ReadAsync(ct)) found.Add(read(reader));
        return found;
    }
}

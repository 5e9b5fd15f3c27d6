using Npgsql;
using Tutor.Learning;

namespace Tutor.Insights;

/// <summary>The statements behind insight: one each for answers, mastery and learners, however many there are.</summary>
internal static class InsightRows
{
    /// <summary>First answers of enrolled learners since a moment, counted by choice.</summary>
    public static async Task<IReadOnlyList<TakenChoice>> AnswersAsync(NpgsqlConnection connection, Guid courseId, DateTimeOffset since, CancellationToken ct)
    {
        await using var command = Command(connection, """
            with firsts as (
                select distinct on (a.learner_id, w.item_id) w.item_id, i.revision_id, w.choice_id, w.correct,
                       (a.score - w.correct::int)::float8 / greatest(1, a.out_of - 1) as rest
                from quizzes q
                join enrollments e on e.course_id = q.course_id and e.user_id = q.learner_id
                join attempts a on a.quiz_id = q.id
                join answer w on w.attempt_id = a.id
                join quiz_item i on i.quiz_id = q.id and i.item_id = w.item_id
                where q.course_id = $1 and a.created_at >= $2
                order by a.learner_id, w.item_id, a.created_at, a.id)
            select item_id, revision_id, choice_id, correct, count(*)::int, sum(rest), sum(rest * rest) from firsts group by 1, 2, 3, 4
            """, courseId, since);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<TakenChoice>();
        while (await reader.ReadAsync(ct))
            rows.Add(new TakenChoice(reader.GetGuid(0), reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.GetBoolean(3), reader.GetInt32(4), reader.GetDouble(5), reader.GetDouble(6)));
        return rows;
    }

    public static async Task<Dictionary<Guid, (int Mastered, int Underway, int Weak)>> MasteryAsync(NpgsqlConnection connection, Guid courseId, Guid[] objectives, CancellationToken ct)
    {
        await using var command = Command(connection, """
            select m.objective_id, count(*) filter (where m.probability >= $3)::int, count(*) filter (where m.probability < $3 and m.probability >= $4)::int, count(*) filter (where m.probability < $4)::int
            from mastery m join enrollments e on e.user_id = m.learner_id and e.course_id = $1
            where m.objective_id = any ($2) and m.observations > 0
            group by 1
            """, courseId, objectives, Dashboards.Mastered, Dashboards.Weak);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new Dictionary<Guid, (int, int, int)>();
        while (await reader.ReadAsync(ct)) rows[reader.GetGuid(0)] = (reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
        return rows;
    }

    /// <summary>Learners, and those of them who handed something in since a moment.</summary>
    public static async Task<(int Learners, int Active)> PeopleAsync(NpgsqlConnection connection, Guid courseId, DateTimeOffset since, CancellationToken ct)
    {
        await using var command = Command(connection, """
            select count(*)::int, count(*) filter (where exists (
                select 1 from quizzes q join attempts a on a.quiz_id = q.id where q.learner_id = e.user_id and q.course_id = e.course_id and a.created_at >= $2))::int
            from enrollments e where e.course_id = $1
            """, courseId, since);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    /// <summary>Every enrolled learner with what they did.</summary>
    public static async Task<IReadOnlyList<LearnerRow>> LearnersAsync(NpgsqlConnection connection, Guid courseId, Guid[] modules, Guid[] objectives, CancellationToken ct)
    {
        await using var command = Command(connection, """
            with tries as (
                select q.learner_id, a.score, a.out_of, a.created_at, row_number() over (partition by q.learner_id order by a.created_at desc, a.id) as back
                from quizzes q join attempts a on a.quiz_id = q.id where q.course_id = $1),
            tried as (
                select learner_id, count(*)::int as attempts, max(created_at) as last_at,
                       coalesce(sum(score) filter (where back <= 2), 0)::int as late, coalesce(sum(out_of) filter (where back <= 2), 0)::int as late_of,
                       coalesce(sum(score) filter (where back > 2), 0)::int as early, coalesce(sum(out_of) filter (where back > 2), 0)::int as early_of
                from tries group by 1),
            done as (select learner_id, count(*)::int as finished, max(created_at) as last_at from completions where course_id = $1 and module_id = any ($2) group by 1),
            known as (
                select m.learner_id, count(*) filter (where m.probability >= $4)::int as mastered, count(*) filter (where m.probability < $5)::int as weak,
                       (array_agg(m.objective_id order by m.probability, m.objective_id) filter (where m.probability < $5 and m.observations >= $6))[1] as stuck,
                       (array_agg(m.observations order by m.probability, m.objective_id) filter (where m.probability < $5 and m.observations >= $6))[1] as stuck_answers
                from mastery m join enrollments e on e.user_id = m.learner_id and e.course_id = $1
                where m.objective_id = any ($3) and m.observations > 0 group by 1)
            select u.id, u.name, u.email, e.created_at, coalesce(d.finished, 0), coalesce(t.attempts, 0), greatest(t.last_at, d.last_at),
                   coalesce(k.mastered, 0), coalesce(k.weak, 0), k.stuck, coalesce(k.stuck_answers, 0), coalesce(t.late, 0), coalesce(t.late_of, 0), coalesce(t.early, 0), coalesce(t.early_of, 0)
            from enrollments e join asp_net_users u on u.id = e.user_id
            left join tried t on t.learner_id = e.user_id left join done d on d.learner_id = e.user_id left join known k on k.learner_id = e.user_id
            where e.course_id = $1
            order by lower(u.name), u.id
            """, courseId, modules, objectives, Dashboards.Mastered, Dashboards.Weak, LearnerNeeds.ManyAnswers);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<LearnerRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(new LearnerRow(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetInt32(4), reader.GetInt32(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6), reader.GetInt32(7), reader.GetInt32(8), reader.IsDBNull(9) ? null : reader.GetGuid(9), reader.GetInt32(10),
                new Share(reader.GetInt32(11), reader.GetInt32(12)), new Share(reader.GetInt32(13), reader.GetInt32(14))));
        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

/// <param name="LastAt">Of a quiz handed in or a module finished; null before the first.</param>
/// <param name="Stuck">The weakest objective with many answers; null where there is none.</param>
/// <param name="Late">Right in the last two quizzes.</param>
/// <param name="Early">Right in those before.</param>
internal sealed record LearnerRow(
    Guid Id, string Name, string Email, DateTimeOffset EnrolledAt, int Finished, int Attempts, DateTimeOffset? LastAt, int Mastered, int Weak, Guid? Stuck, int StuckAnswers, Share Late, Share Early);

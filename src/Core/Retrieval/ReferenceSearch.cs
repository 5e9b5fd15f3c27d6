using System.Data;
using System.Runtime.InteropServices;
using Npgsql;
using Tutor.Retrieval.Embedding;
using Tutor.Retrieval.Languages;
using Tutor.Retrieval.Queries;

namespace Tutor.Retrieval;

/// <summary>
/// The same search computed by PostgreSQL: what the search in memory must agree with, and the way for courses too large for memory.
/// Exact: every vector of the course is compared, by a plan that reads only the course's rows.
/// </summary>
public sealed class ReferenceSearch(NpgsqlDataSource data, EmbeddingModels models, TermReader reader)
{
    // Vectors have length 1 (or 0, where a cosine is not defined): the negative inner product is the distance. "+ 0" keeps an index on it out.
    internal const string Sql = """
        with chunk as materialized (
            select c.id, c.source_id, c.ordinal, t.terms, t.counts, t.length
            from chunk_terms t join chunks c on c.id = t.chunk_id join sources s on s.id = c.source_id and s.state = 'Ready'
            where t.course_id = @course and c.course_id = @course and s.course_id = @course),
        course as (select count(*) as chunks, avg(length)::float8 as length from chunk),
        query as (select term, times from unnest(@terms, @times) as q (term, times)),
        occurrence as (
            select k.id, k.length, q.term, q.times, o.count
            from chunk k cross join lateral unnest(k.terms, k.counts) as o (term, count) join query q on q.term = o.term),
        weight as (
            select term, max(times) * ln(1 + (max(course.chunks) - count(*) + 0.5) / (count(*) + 0.5))::float8 as idf
            from occurrence, course group by term),
        words as (
            select id, sum(score) as score from (
                select o.id, w.idf * o.count * (@k1 + 1) / (o.count + @k1 * (1 - @b + @b * o.length / course.length)) as score
                from occurrence o join weight w on w.term = o.term, course
                union all select * from unnest(@quoted, @quotedScores) as q (id, score)) as part
            group by id),
        meaning as (
            select chunk_id, -((embedding <#> @embedding::real[]::vector) + 0) as score
            from chunk_vectors where course_id = @course and model = @model),
        both_scores as (
            select k.id, k.source_id, k.ordinal, coalesce(w.score, 0) as words, coalesce(m.score, 0) as meaning
            from chunk k left join words w on w.id = k.id left join meaning m on m.chunk_id = k.id),
        weighed as (
            select id, source_id, ordinal,
                @words * coalesce((words - min(words) over ()) / nullif(max(words) over () - min(words) over (), 0), 0)
                + @meaning * coalesce((meaning - min(meaning) over ()) / nullif(max(meaning) over () - min(meaning) over (), 0), 0) as score
            from both_scores)
        select id,
            (score + @neighbour * (coalesce(lag(score) over place, 0) + coalesce(lead(score) over place, 0))) / (1 + 2 * @neighbour) as smooth
        from weighed
        window place as (partition by source_id order by ordinal)
        order by smooth desc, source_id, ordinal
        limit @take
        """;

    private const string ChunksSql = """
        select t.chunk_id, t.terms, t.language, t.abbreviations
        from chunk_terms t join chunks c on c.id = t.chunk_id join sources s on s.id = c.source_id and s.state = 'Ready'
        where t.course_id = @course and c.course_id = @course and s.course_id = @course
        """;

    public async Task<IReadOnlyList<Hit>> SearchAsync(Guid courseId, string query, int take, CancellationToken ct)
    {
        await using var connection = await data.OpenConnectionAsync(ct);
        await using var snapshot = await SnapshotAsync(connection, ct);
        await using var command = await CommandAsync(connection, Sql, courseId, query, take, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var hits = new List<Hit>();
        while (await reader.ReadAsync(ct)) hits.Add(new Hit(reader.GetGuid(0), reader.GetDouble(1)));
        return hits;
    }

    /// <summary>How PostgreSQL would answer, line by line.</summary>
    internal async Task<IReadOnlyList<string>> ExplainAsync(Guid courseId, string query, int take, CancellationToken ct)
    {
        await using var connection = await data.OpenConnectionAsync(ct);
        await using var snapshot = await SnapshotAsync(connection, ct);
        await using var command = await CommandAsync(connection, "explain " + Sql, courseId, query, take, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var plan = new List<string>();
        while (await reader.ReadAsync(ct)) plan.Add(reader.GetString(0));
        return plan;
    }

    /// <summary>
    /// One moment for all statements. Nested loops are off: each table is read once for the course, and right after a large upload, when
    /// the planner knows nothing of the new rows, a loop over them took minutes. What that costs on paper would start the compiler.
    /// </summary>
    private static async Task<NpgsqlTransaction> SnapshotAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var command = new NpgsqlCommand("set local enable_nestloop = off; set local jit = off", connection, snapshot);
        await command.ExecuteNonQueryAsync(ct);
        return snapshot;
    }

    private async Task<NpgsqlCommand> CommandAsync(NpgsqlConnection connection, string sql, Guid courseId, string query, int take, CancellationToken ct)
    {
        var asked = await new QueryReader(reader, new QuotedWords(data, reader)).ReadAsync(query, await WordsAsync(connection, courseId, ct), ct);
        var model = await CourseModels.CurrentAsync(connection, courseId, ct);
        using var embedder = model is null ? null : models.Open(model);
        var dimensions = embedder is null ? null : await ChunkRows.DimensionsAsync(connection, courseId, model!.Name, ct);
        var embedding = await QueryVector.OfAsync(embedder, courseId, asked, dimensions ?? 0, ct);
        return new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new("course", courseId), new("terms", asked.Terms.Select(t => t.Term).ToArray()), new("times", asked.Terms.Select(t => t.Weight).ToArray()), new("take", take),
                new("quoted", asked.Quoted.Keys.ToArray()), new("quotedScores", asked.Quoted.Values.ToArray()),
                // Where no vector is compared there must be one all the same.
                new("model", embedding.IsEmpty ? "" : model!.Name), new("embedding", embedding.IsEmpty ? new float[1] : embedding.ToArray()),
                new("k1", Bm25.K1), new("b", Bm25.B), new("words", Fusion.Words), new("meaning", Fusion.Meaning), new("neighbour", Fusion.Neighbour),
            },
        };
    }

    private async Task<CourseWords> WordsAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ChunksSql, connection) { Parameters = { new("course", courseId) } };
        await using var row = await command.ExecuteReaderAsync(ct);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (chunks, languages, abbreviations) = (0, new HashSet<string>(StringComparer.Ordinal), new List<Abbreviation>());
        for (; await row.ReadAsync(ct); chunks++)
        {
            foreach (var term in row.GetFieldValue<string[]>(1)) CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
            languages.Add(row.GetString(2));
            abbreviations.AddRange(Abbreviation.Of(row.GetFieldValue<string[]>(3)));
        }
        var inOrder = LanguageNames.Of(languages);
        return new CourseWords(courseId, chunks, inOrder, await CourseAbbreviation.AllAsync(abbreviations, inOrder, reader, ct), counts.Keys, t => counts.GetValueOrDefault(t));
    }
}

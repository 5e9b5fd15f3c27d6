using Npgsql;

namespace Tutor.Retrieval.Embedding;

/// <summary>The table <c>course_models</c>.</summary>
internal static class CourseModels
{
    public static async Task<CourseModel?> CurrentAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct) =>
        (await AllAsync(connection, courseId, ct)).SingleOrDefault(m => m.Current);

    public static async Task<List<CourseModel>> AllAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select model, current, fitted_chunks, weights, folded_chunks, tokenizer from course_models where course_id = $1 order by created_at, model", connection)
        {
            Parameters = { new() { Value = courseId } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var models = new List<CourseModel>();
        while (await reader.ReadAsync(ct))
            models.Add(new CourseModel(reader.GetString(0), reader.GetBoolean(1), reader.GetInt32(2), await reader.IsDBNullAsync(3, ct) ? null : reader.GetFieldValue<byte[]>(3))
            {
                FoldedChunks = reader.GetInt32(4), TokenizerVersion = reader.GetInt32(5),
            });
        return models;
    }

    public static async Task InsertAsync(NpgsqlTransaction transaction, Guid courseId, CourseModel model, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into course_models (course_id, model, current, fitted_chunks, weights, tokenizer) values ($1, $2, false, $3, $4, $5)", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = courseId }, new() { Value = model.Name }, new() { Value = model.FittedChunks }, new() { Value = (object?)model.Weights ?? DBNull.Value }, new() { Value = model.TokenizerVersion } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Chunks came into a course whose model was made without them.</summary>
    public static async Task FoldAsync(NpgsqlTransaction transaction, Guid courseId, string model, int chunks, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update course_models set folded_chunks = folded_chunks + $3 where course_id = $1 and model = $2 and current", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = courseId }, new() { Value = model }, new() { Value = chunks } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The course's terms are those of this version now, and all of them count as new to its models.</summary>
    public static async Task OutdateAsync(NpgsqlTransaction transaction, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update course_models set tokenizer = $2, folded_chunks = fitted_chunks where course_id = $1", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = courseId }, new() { Value = Tokenizer.Version } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Searches answer from the model's vectors from now on; those of the others go.</summary>
    public static async Task SwitchAsync(NpgsqlTransaction transaction, Guid courseId, string model, CancellationToken ct)
    {
        foreach (var sql in (string[])[
            "delete from course_models where course_id = $1 and model <> $2",
            "update course_models set current = true where course_id = $1 and model = $2",
            "delete from chunk_vectors where course_id = $1 and model <> $2"])
        {
            await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction)
            {
                Parameters = { new() { Value = courseId }, new() { Value = model } },
            };
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}

using Npgsql;

namespace Tutor.Retrieval.Embedding;

/// <summary>The table <c>course_models</c>.</summary>
internal static class CourseModels
{
    public static async Task<CourseModel?> CurrentAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct) =>
        (await AllAsync(connection, courseId, ct)).SingleOrDefault(m => m.Current);

    public static async Task<List<CourseModel>> AllAsync(NpgsqlConnection connection, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select model, current, fitted_chunks, weights from course_models where course_id = $1 order by created_at, model", connection)
        {
            Parameters = { new() { Value = courseId } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var models = new List<CourseModel>();
        while (await reader.ReadAsync(ct))
            models.Add(new CourseModel(reader.GetString(0), reader.GetBoolean(1), reader.GetInt32(2), await reader.IsDBNullAsync(3, ct) ? null : reader.GetFieldValue<byte[]>(3)));
        return models;
    }

    public static async Task InsertAsync(NpgsqlTransaction transaction, Guid courseId, CourseModel model, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into course_models (course_id, model, current, fitted_chunks, weights) values ($1, $2, false, $3, $4)", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = courseId }, new() { Value = model.Name }, new() { Value = model.FittedChunks }, new() { Value = (object?)model.Weights ?? DBNull.Value } },
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

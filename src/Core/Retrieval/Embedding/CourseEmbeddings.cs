using Npgsql;
using Tutor.Sources;

namespace Tutor.Retrieval.Embedding;

/// <summary>How a course's passages are found, for its staff.</summary>
/// <param name="Model">The model that serves; null while there is none.</param>
/// <param name="Next">The model that takes over when its vectors are complete.</param>
/// <param name="Progress">Of the next one, 0 to 1.</param>
/// <param name="Failure">Why some or all passages are found by their words alone; null when all is well.</param>
public sealed record CourseEmbedding(string? Model, string? Next, double? Progress, Failure? Failure);

/// <summary>Reads it.</summary>
public sealed class CourseEmbeddings(NpgsqlDataSource data, EmbeddingModels models)
{
    public async Task<CourseEmbedding> OfAsync(Guid courseId, CancellationToken ct)
    {
        await using var connection = await data.OpenConnectionAsync(ct);
        var stored = await CourseModels.AllAsync(connection, courseId, ct);
        var (current, next) = (stored.SingleOrDefault(m => m.Current), stored.LastOrDefault(m => !m.Current));
        return new CourseEmbedding(
            current?.Name, next?.Name, next is null ? null : await ProgressAsync(connection, courseId, next.Name, ct),
            await EmbeddingFaults.OfAsync(connection, courseId, ct) ?? OfModel(current));
    }

    private Failure? OfModel(CourseModel? current) =>
        current is null ? null
        : models.CanOpen(current) ? models.Down(current)
        : new Failure(
            "embedding-model-missing", $"Passages are found by their words alone: the model {current.Name}, which made their vectors, is not here any more.",
            "Nothing needs to be done: vectors of the configured model are being made. An administrator can bring the old one back with ./tutor models add.");

    private static async Task<double> ProgressAsync(NpgsqlConnection connection, Guid courseId, string model, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select (select count(*) from chunk_vectors where course_id = $1 and model = $2)::float8 / greatest(1, (select count(*) from chunk_terms where course_id = $1))
            """, connection)
        {
            Parameters = { new() { Value = courseId }, new() { Value = model } },
        };
        return Math.Min(1, (double)(await command.ExecuteScalarAsync(ct))!);
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Data;

namespace Tutor.Retrieval;

/// <summary>
/// What is held in memory of a course is good for one version. Whoever changes which chunks are searchable raises it in the same transaction:
/// a source becoming ready, a source deleted, vectors of another model.
/// </summary>
public static class ContentVersion
{
    public static Task RaiseAsync(TutorDb db, Guid courseId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update courses set content_version = content_version + 1 where id = {courseId}", ct);

    public static async Task RaiseAsync(NpgsqlTransaction transaction, Guid courseId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update courses set content_version = content_version + 1 where id = $1", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = courseId } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}

using Npgsql;

namespace Tutor.Work;

/// <summary>
/// Comes before the first write of every transaction for leased work: it locks the work's row until the transaction ends, so that
/// nobody can claim it in between, or throws <see cref="LeaseLostException"/> when somebody already has.
/// </summary>
public delegate Task Fence(NpgsqlTransaction transaction, CancellationToken ct);

public static class Fences
{
    /// <summary>For writes that are not a leased worker's.</summary>
    public static Fence None { get; } = (_, _) => Task.CompletedTask;

    public static Fence Source(Guid id, long fence) => Of("select 1 from sources where id = $1 and fence = $2 for update", id, fence);

    public static Fence Generation(Guid id, long fence) => Of("select 1 from generations where id = $1 and fence = $2 for update", id, fence);

    private static Fence Of(string sql, Guid id, long fence) => async (transaction, ct) =>
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction)
        {
            Parameters = { new() { Value = id }, new() { Value = fence } },
        };
        if (await command.ExecuteScalarAsync(ct) is null) throw new LeaseLostException();
    };
}

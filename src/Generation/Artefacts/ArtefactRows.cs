using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Tutor.Data;
using Tutor.Review;
using Tutor.Work;

namespace Tutor.Artefacts;

/// <summary>The statements of <see cref="ArtefactStore"/>. Leases run by the database's clock; every write names the fence it was claimed with.</summary>
internal sealed class ArtefactRows(NpgsqlDataSource database)
{
    /// <summary>Claims the writing of a key: a new one, one whose writer's lease ran out, or, where asked, one that failed. Null when another is at it or it is done.</summary>
    public async Task<long?> ClaimAsync(string kind, string writer, ArtefactKey key, TimeSpan lease, bool failedToo, CancellationToken ct)
    {
        await using var command = Command("""
            insert into artefacts (key, kind, inputs, writer, state, checks, input_tokens, output_tokens, milliseconds, created_at, lease_until, fence)
            values ($1, $2, $3, $4, 'Running', '[]', 0, 0, 0, clock_timestamp(), clock_timestamp() + $5, 1)
            on conflict (key) do update
                set state = 'Running', checks = '[]', lease_until = clock_timestamp() + $5, fence = artefacts.fence + 1
                where (artefacts.state = 'Running' and artefacts.lease_until < clock_timestamp()) or ($6 and artefacts.state = 'Failed')
            returning fence
            """, key.Hash, kind, key.Inputs, writer, lease, failedToo);
        return await command.ExecuteScalarAsync(ct) as long?;
    }

    /// <returns>False when the claim has passed to another.</returns>
    public async Task<bool> RenewAsync(string hash, long fence, TimeSpan lease, CancellationToken ct)
    {
        await using var command = Command(
            "update artefacts set lease_until = clock_timestamp() + $3 where key = $1 and fence = $2 and state = 'Running'",
            hash, fence, lease);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <returns>False when the claim has passed to another: then nothing was written.</returns>
    public async Task<bool> CompleteAsync(string hash, long fence, ArtefactContent content, TimeSpan took, CancellationToken ct)
    {
        await using var command = Command("""
            update artefacts
            set state = 'Ready', output = $3, checks = $4, input_tokens = $5, output_tokens = $6, milliseconds = $7,
                ready_at = clock_timestamp(), lease_until = null
            where key = $1 and fence = $2 and state = 'Running'
            """, hash, fence, content.Output, Json(content.Checks), content.InputTokens, content.OutputTokens, (int)took.TotalMilliseconds);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    public async Task FailAsync(string hash, long fence, CheckResult reason, CancellationToken ct)
    {
        await using var command = Command(
            "update artefacts set state = 'Failed', checks = $3, lease_until = null where key = $1 and fence = $2 and state = 'Running'",
            hash, fence, Json([reason]));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Hands the writing back: the next who asks or waits takes it over at once.</summary>
    public async Task ReleaseAsync(string hash, long fence, CancellationToken ct)
    {
        await using var command = Command(
            "update artefacts set lease_until = clock_timestamp() - interval '1 second' where key = $1 and fence = $2 and state = 'Running'",
            hash, fence);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<Artefact?> FindAsync(string hash, CancellationToken ct)
    {
        await using var command = Command("""
            select kind, inputs, writer, state, output, checks, input_tokens, output_tokens, milliseconds, created_at, ready_at, lease_until, fence
            from artefacts where key = $1
            """, hash);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(hash, reader) : null;
    }

    private static Artefact Read(string hash, NpgsqlDataReader reader) => new()
    {
        Key = hash,
        Kind = reader.GetString(0),
        Inputs = reader.GetString(1),
        Writer = reader.GetString(2),
        State = Enum.Parse<WorkState>(reader.GetString(3)),
        Output = reader.IsDBNull(4) ? null : reader.GetString(4),
        Checks = JsonSerializer.Deserialize<List<CheckResult>>(reader.GetString(5), JsonColumn.Options) ?? [],
        InputTokens = reader.GetInt32(6),
        OutputTokens = reader.GetInt32(7),
        Milliseconds = reader.GetInt32(8),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(9),
        ReadyAt = reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
        LeaseUntil = reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11),
        Fence = reader.GetInt64(12),
    };

    private static NpgsqlParameter Json(IReadOnlyList<CheckResult> checks) =>
        new() { Value = JsonSerializer.Serialize(checks, JsonColumn.Options), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }
}

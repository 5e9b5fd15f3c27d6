using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tutor.Data;
using Tutor.Sources;

namespace Tutor.Work;

/// <summary>
/// A queue that is a question to a table of ours. A claim is a lease by the database's clock with a fence; work queued after a
/// fault waits until its lease time has passed. The table has the columns of <see cref="ILeased"/> and state, progress, failure, created_at.
/// </summary>
public abstract class ClaimQueue<T>(IDbContextFactory<TutorDb> contexts, WorkOptions options)
    where T : class, ILeased
{
    /// <summary>Constants of ours: they go into the SQL as they are.</summary>
    protected abstract string Table { get; }

    /// <summary>Kind of the event that tells of a change.</summary>
    protected abstract string EventKind { get; }

    /// <summary>The state a claim begins in.</summary>
    protected abstract string FirstState { get; }

    /// <summary>All states in which somebody works on it, as an SQL list.</summary>
    protected abstract string BusyStates { get; }

    /// <summary>What is said of work over which its workers died.</summary>
    protected abstract Failure Lost { get; }

    /// <summary>The oldest due work, claimed for this worker; null when nothing is due.</summary>
    public async Task<T?> ClaimNextAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlRawAsync(
            $"update {Table} set state = 'Failed', lease_until = null, failure = {{0}}::jsonb where state in ({BusyStates}) and lease_until < now() and attempts >= {WorkOptions.LostClaims}",
            [JsonSerializer.Serialize(Lost, JsonColumn.Options)], ct);
        var claimed = await db.Set<T>().FromSqlRaw($"""
            update {Table} set state = '{FirstState}', progress = 0, failure = null, attempts = attempts + 1, fence = fence + 1, lease_until = now() + @lease
            where id = (
                select id from {Table}
                where state in ('Queued', {BusyStates}) and (lease_until is null or lease_until < now())
                order by created_at, id limit 1 for update skip locked)
            returning *
            """, new NpgsqlParameter("lease", options.Lease)).AsNoTracking().ToListAsync(ct);
        return claimed.SingleOrDefault();
    }

    /// <summary>
    /// Before the first write of every transaction of a worker (behind <see cref="Tutor.Courses.CourseRow"/>, where that is taken too): locks the claimed row, and refuses a worker whose lease has passed on.
    /// </summary>
    /// <exception cref="LeaseLostException">Another worker has the claim now, or the row is gone.</exception>
    public async Task HoldAsync(TutorDb db, T claim, CancellationToken ct)
    {
        var held = await db.Database.SqlQueryRaw<int>($"select 1 as \"Value\" from {Table} where id = {{0}} and fence = {{1}} for update", claim.Id, claim.Fence).ToListAsync(ct);
        if (held.Count == 0) throw new LeaseLostException();
    }

    /// <exception cref="LeaseLostException">Another worker has the claim now.</exception>
    public Task ProgressAsync(T claim, string state, double progress, CancellationToken ct) =>
        WriteAsync(claim, "state = {2}, progress = {3}", [state, progress], ct);

    /// <summary>Done: the last statement of the transaction that holds the work's result, so that both are seen at once.</summary>
    public Task FinishAsync(TutorDb db, T claim, CancellationToken ct) => WriteAsync(db, claim, "state = 'Ready', progress = 1, lease_until = null, attempts = 0", [], ct);

    public Task FailAsync(T claim, Failure failure, CancellationToken ct) =>
        WriteAsync(claim, "state = 'Failed', lease_until = null, failure = {2}::jsonb", [JsonSerializer.Serialize(failure, JsonColumn.Options)], ct);

    /// <summary>Gives work back unharmed, because this process stops: no try is counted.</summary>
    public Task HandBackAsync(T claim, CancellationToken ct) => WriteAsync(claim, "state = 'Queued', lease_until = null, attempts = attempts - 1", [], ct);

    /// <summary>After a fault that may pass: waits 2, 4, 8 … seconds; the last try fails for good.</summary>
    public Task RetryLaterAsync(T claim, CancellationToken ct) => claim.Attempts >= WorkOptions.Tries
        ? FailAsync(claim, s_unavailable, ct)
        : WriteAsync(claim, "state = 'Queued', lease_until = now() + {2}", [TimeSpan.FromSeconds(Math.Pow(2, claim.Attempts))], ct);

    private static readonly Failure s_unavailable = new(
        "unavailable", "A part of the service was not available, again and again.", "Try again in a few minutes; if it fails again, tell whoever runs this server.");

    private async Task WriteAsync(T claim, string set, object[] values, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await WriteAsync(db, claim, set, values, ct);
    }

    private async Task WriteAsync(TutorDb db, T claim, string set, object[] values, CancellationToken ct)
    {
        var written = await db.Database.ExecuteSqlRawAsync($"update {Table} set {set} where id = {{0}} and fence = {{1}}", [claim.Id, claim.Fence, .. values], ct);
        if (written == 0) throw new LeaseLostException();
        await db.Database.ExecuteSqlRawAsync(CourseEvents.Notify(EventKind, claim.CourseId, claim.Id), ct);
    }
}

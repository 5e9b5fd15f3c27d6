using Npgsql;

namespace Tutor.Work;

/// <summary>Keeps a claim alive while its work runs, by the database's clock.</summary>
public sealed class LeaseKeeper(NpgsqlDataSource database, WorkOptions options)
{
    /// <summary>Runs the work, renewing the lease beside it.</summary>
    /// <param name="table">A table of <see cref="ILeased"/> rows; a constant of ours, never input.</param>
    /// <exception cref="LeaseLostException">The lease passed on meanwhile; the work was cancelled.</exception>
    public async Task RunAsync(string table, ILeased claim, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lost = false;
        var renewing = RenewAsync();
        try
        {
            await work(stop.Token);
        }
        catch (OperationCanceledException) when (lost)
        {
            throw new LeaseLostException();
        }
        finally
        {
            await stop.CancelAsync();
            await renewing;
        }

        async Task RenewAsync()
        {
            using var timer = new PeriodicTimer(options.Lease / 3);
            try
            {
                while (await timer.WaitForNextTickAsync(stop.Token))
                {
                    if (await TryRenewAsync(table, claim, stop.Token)) continue;
                    lost = true;
                    await stop.CancelAsync();
                }
            }
            catch (OperationCanceledException) { } // The work has ended.
        }
    }

    private async Task<bool> TryRenewAsync(string table, ILeased claim, CancellationToken ct)
    {
        try
        {
            await using var command = database.CreateCommand($"update {table} set lease_until = now() + $3 where id = $1 and fence = $2");
            command.Parameters.Add(new() { Value = claim.Id });
            command.Parameters.Add(new() { Value = claim.Fence });
            command.Parameters.Add(new() { Value = options.Lease });
            return await command.ExecuteNonQueryAsync(ct) == 1;
        }
        catch (NpgsqlException)
        {
            return true; // The database is away for a moment; if the lease is really lost, the fence refuses the next write.
        }
    }
}

using Tutor.Hosts;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>How long a server takes to be there, and what it takes of the machine while nobody asks.</summary>
public sealed class Start : IBenchmark
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(5);

    public string Name => "start";

    public string Says => "From the start of the process to the first 200 of its ready check, on a migrated database, and the resident memory five seconds later; against a bare minimal API. The two take turns.";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var database = await run.DatabaseAsync(ct);
        await using (await TutorProcess.StartAsync(database, ct)) { } // Makes keys and the clock's tables.
        var starts = new List<(double Seconds, double Memory, double BareSeconds, double BareMemory)>();
        for (var i = 0; i < run.Sizes.Repeats; i++)
        {
            await using var bare = await BareProcess.RowAsync(database, ct);
            await using var server = await TutorProcess.StartAsync(database, ct);
            await Task.Delay(run.Sizes.AreFull ? s_rest : TimeSpan.Zero, ct);
            starts.Add((server.SecondsToReady, server.Memory, bare.SecondsToReady, bare.Memory));
        }
        run.Add(new Figure("start to ready", Median.Of(starts.Select(s => s.Seconds)), "s", "bare", Median.Of(starts.Select(s => s.BareSeconds))));
        run.Add(new Figure("memory at rest", Median.Of(starts.Select(s => s.Memory)), "MB", "bare", Median.Of(starts.Select(s => s.BareMemory))));
    }
}

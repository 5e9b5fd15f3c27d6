using System.Diagnostics;
using System.Globalization;

namespace Tutor.Hosts;

/// <summary><see cref="BareServer"/> in a process of its own.</summary>
public sealed class BareProcess : IAsyncDisposable
{
    private readonly Process _process;

    private BareProcess(Process process, string address, double seconds) => (_process, Address, SecondsToReady) = (process, address, seconds);

    public string Address { get; }

    public double SecondsToReady { get; }

    /// <summary>Resident memory in MB.</summary>
    public double Memory => Processes.Kilobytes(_process.Id, "VmRSS") / 1024.0;

    public static Task<BareProcess> BytesAsync(string file, CancellationToken ct) => StartAsync("bytes", file, ct);

    public static Task<BareProcess> RowAsync(BenchDatabase database, CancellationToken ct) => StartAsync("row", database.ConnectionString, ct);

    public async ValueTask DisposeAsync() => await Processes.StopAsync(_process);

    private static async Task<BareProcess> StartAsync(string what, string argument, CancellationToken ct)
    {
        var port = TutorProcess.FreePort();
        var watch = Stopwatch.StartNew();
        var process = Processes.Start("dotnet", [typeof(BareServer).Assembly.Location, "bare", what, port.ToString(CultureInfo.InvariantCulture), argument], new Dictionary<string, string>(), "/dev/null");
        using var client = new HttpClient();
        for (var address = $"http://127.0.0.1:{port}/"; ; await Task.Delay(5, ct))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address), ct);
                return new BareProcess(process, address, watch.Elapsed.TotalSeconds);
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed.TotalSeconds < 30)
            {
                // Not listening yet.
            }
        }
    }
}

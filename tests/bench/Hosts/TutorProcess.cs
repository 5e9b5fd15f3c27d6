using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tutor.Hosts;

/// <summary>The built server in a process of its own, on a database of its own.</summary>
public sealed class TutorProcess : IAsyncDisposable
{
    public const string Password = "Lighthouse-over-calm-water-7";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _home;
    private readonly Process _process;
    private readonly Dictionary<string, string> _settings;

    private TutorProcess(TemporaryFolder home, Process process, Dictionary<string, string> settings, string address) =>
        (_home, _process, _settings, Address) = (home, process, settings, address);

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Seconds from the start of the process to the first 200 of its ready check.</summary>
    public double SecondsToReady { get; private set; }

    public static async Task<TutorProcess> StartAsync(BenchDatabase database, CancellationToken ct, IReadOnlyDictionary<string, string>? more = null)
    {
        var home = new TemporaryFolder();
        var port = FreePort();
        var settings = new Dictionary<string, string>
        {
            ["TUTOR_HOME"] = home.Path, ["TUTOR_DATABASE"] = database.ConnectionString, ["TUTOR_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["TUTOR_DEMO_PASSWORD"] = Password, ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>()) settings[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Processes.Start("dotnet", [Repository.Server], settings, home["server.log"]);
        var server = new TutorProcess(home, process, settings, $"http://127.0.0.1:{port}");
        try
        {
            await server.UntilReadyAsync(watch, ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>One of the server's commands beside it: <c>seed</c>.</summary>
    public Task<CommandResult> RunAsync(string command, CancellationToken ct) => Command.RunAsync("dotnet", [Repository.Server, command], ct, _settings);

    /// <summary>Resident memory in MB.</summary>
    public double Memory => Processes.Kilobytes(_process.Id, "VmRSS") / 1024.0;

    /// <summary>The most it has been, in MB, since the start or <see cref="ForgetPeak"/>.</summary>
    public double PeakMemory => Processes.Kilobytes(_process.Id, "VmHWM") / 1024.0;

    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public string Log => File.Exists(_home["server.log"]) ? File.ReadAllText(_home["server.log"]) : "";

    public async ValueTask DisposeAsync()
    {
        await Processes.StopAsync(_process);
        _home.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilReadyAsync(Stopwatch watch, CancellationToken ct)
    {
        using var client = new HttpClient();
        while (true)
        {
            if (_process.HasExited || watch.Elapsed > s_patience) throw new InvalidOperationException($"The server did not become ready: {Log}");
            try
            {
                using var answer = await client.GetAsync(new Uri($"{Address}/health/ready"), ct);
                if (answer.IsSuccessStatusCode) break;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(5, ct);
        }
        SecondsToReady = watch.Elapsed.TotalSeconds;
    }
}

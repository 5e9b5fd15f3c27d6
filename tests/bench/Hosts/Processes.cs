using System.Diagnostics;
using System.Globalization;

namespace Tutor.Hosts;

/// <summary>Programs that run beside the benchmarks.</summary>
internal static class Processes
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, string log)
    {
        // The log goes into a file by a shell: a pipe that nobody reads stops a program, and reading it here would cost processor time.
        string[] shell = ["-c", "exec \"$0\" \"$@\" >\"$BENCH_LOG\" 2>&1 </dev/null", program, .. arguments];
        var start = new ProcessStartInfo("/bin/sh", shell) { WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["BENCH_LOG"] = log;
        return Process.Start(start)!;
    }

    public static async Task StopAsync(Process process)
    {
        if (!process.HasExited)
        {
            await Command.RunAsync("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
            using var patience = new CancellationTokenSource(s_patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        process.Dispose();
    }

    /// <summary>A line of /proc/…/status.</summary>
    public static long Kilobytes(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2], CultureInfo.InvariantCulture);
    }
}

using System.Diagnostics;

namespace Tutor.Hosts;

/// <summary>A program that is run to its end.</summary>
public sealed record CommandResult(string Output, TimeSpan Took);

public static class Command
{
    /// <exception cref="InvalidOperationException">It ended with a code other than 0; the message holds what it said.</exception>
    public static async Task<CommandResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        var result = new CommandResult(await output, watch.Elapsed);
        return process.ExitCode == 0 ? result : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}{result.Output}");
    }

    public static bool Succeeds(string program, params string[] arguments)
    {
        if (!File.Exists(program)) return false;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Tutor.Parsing.Jail;

/// <summary>
/// Runs programs that read files of strangers: few rights, hard limits, and a named outcome instead of an exception.
/// <code>
/// var spec = new JailSpec("pdftotext", ["-q", path, "-"]) { Readable = [path], Limits = new() { WallClock = TimeSpan.FromSeconds(20) } };
/// var result = await jail.RunAsync(spec, async (output, ct) => text = await new StreamReader(output).ReadToEndAsync(ct), ct);
/// if (!result.Succeeded) …  // result.Outcome names what happened
/// </code>
/// Readable files keep their absolute path, so arguments name them as outside. Inside are /usr, parts of /etc, an own /tmp and
/// <see cref="JailSpec.Readable"/>; no network, no inherited environment. For .NET programs: <c>NeedsProc</c>, <c>AddressSpace = null</c>, and the
/// program's folder among the readable paths.
/// Where user namespaces are not allowed, the limits alone hold (a warning is logged once).
/// </summary>
/// <remarks>One instance serves any number of callers at once.</remarks>
public sealed class ReaderJail
{
    private const int ErrorsKept = 4096;
    private static readonly string[] Folders = ["/usr/local/bin", "/usr/bin", "/bin"];
    private readonly Lazy<bool> _wraps;
    private readonly Lazy<bool> _wrapsWithProc;

    public ReaderJail(ILogger<ReaderJail> logger)
    {
        _wraps = new(() => Probe(logger, withProc: false));
        _wrapsWithProc = new(() => Probe(logger, withProc: true));
    }

    /// <summary>True where readers get namespaces of their own besides the limits.</summary>
    public bool HasNamespaces => _wraps.Value;

    /// <param name="read">
    /// Gets standard output as it comes. When it returns before the end, the program is stopped; the stream simply ends when the program is killed.
    /// </param>
    /// <exception cref="FileNotFoundException">The program, or prlimit, is not installed.</exception>
    public async Task<JailResult> RunAsync(JailSpec spec, Func<Stream, CancellationToken, Task> read, CancellationToken ct)
    {
        var start = StartInfo(spec);
        using var run = new JailRun(spec.Limits);
        await run.StartAsync(start);
        await using var stop = ct.Register(run.Kill);
        var errors = run.DrainErrorsAsync(ErrorsKept);
        try
        {
            await read(run.Output, ct);
        }
        finally
        {
            await run.EndAsync();
        }
        ct.ThrowIfCancellationRequested();
        return run.Result(Encoding.UTF8.GetString(await errors));
    }

    private ProcessStartInfo StartInfo(JailSpec spec)
    {
        var start = new ProcessStartInfo(Resolve("prlimit"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        spec = spec with { Readable = [.. spec.Readable.Select(Path.GetFullPath)] };
        IEnumerable<string> wrap = (spec.NeedsProc ? _wrapsWithProc : _wraps).Value ? BubbleWrap.Arguments(spec) : [];
        foreach (var argument in (IEnumerable<string>)[.. Prlimit(spec.Limits), .. wrap, Resolve(spec.Program), .. spec.Arguments]) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in spec.Environment) start.Environment[name] = value;
        start.Environment["PATH"] = string.Join(':', Folders);
        start.Environment["HOME"] = start.Environment["TMPDIR"] = "/tmp";
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    private static IEnumerable<string> Prlimit(JailLimits limits)
    {
        var seconds = (long)Math.Ceiling(limits.Cpu.TotalSeconds);
        yield return string.Create(CultureInfo.InvariantCulture, $"--cpu={seconds}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--fsize={limits.FileSize}");
        if (limits.AddressSpace is { } bytes) yield return string.Create(CultureInfo.InvariantCulture, $"--as={bytes}");
        yield return "--core=0";
        yield return "--";
    }

    private static string Resolve(string program)
    {
        var path = Path.IsPathRooted(program) ? program : Folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);
        return path is not null && File.Exists(path) ? path : throw new FileNotFoundException($"{program} is not installed.", program);
    }

    private static bool Probe(ILogger logger, bool withProc)
    {
        if (BubbleWrap.Works(withProc)) return true;
        logger.LogWarning(
            "Readers run without namespaces of their own (bubblewrap is missing or user namespaces are not allowed{Proc}); only limits on memory, time and output hold",
            withProc ? ", with /proc" : "");
        return false;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Tutor.Parsing.Jail;

/// <summary>The namespaces around a jailed program: a small read-only root, no network, no other process, no capability.</summary>
internal static class BubbleWrap
{
    private const string Program = "/usr/bin/bwrap";

    // What a program of the distribution needs of /etc; the rest (passwords, keys) stays outside.
    private static readonly string[] Etc = ["/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime", "/etc/dotnet"];

    public static IEnumerable<string> Arguments(JailSpec spec)
    {
        yield return Program;
        foreach (var argument in Root()) yield return argument;
        if (spec.NeedsProc) foreach (var argument in (string[])["--proc", "/proc", "--dev", "/dev"]) yield return argument;
        foreach (var argument in (string[])["--size", (2 * spec.Limits.FileSize).ToString(CultureInfo.InvariantCulture), "--tmpfs", "/tmp"]) yield return argument;
        // After the tmpfs: a file below /tmp would otherwise be hidden by it.
        foreach (var path in spec.Readable)
            foreach (var argument in (string[])["--ro-bind", path, path]) yield return argument;
        foreach (var argument in (string[])["--remount-ro", "/", "--chdir", "/tmp", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--"])
            yield return argument;
    }

    /// <summary>Whether the kernel lets this user make the namespaces: tried, not guessed.</summary>
    public static bool Works(bool withProc)
    {
        if (!File.Exists(Program)) return false;
        var start = new ProcessStartInfo(Program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in Arguments(new JailSpec("/usr/bin/true", []) { NeedsProc = withProc }).Skip(1)) start.ArgumentList.Add(argument);
        start.ArgumentList.Add("/usr/bin/true");
        using var process = Process.Start(start)!;
        if (process.WaitForExit(TimeSpan.FromSeconds(10))) return process.ExitCode == 0;
        process.Kill(entireProcessTree: true);
        return false;
    }

    private static IEnumerable<string> Root()
    {
        foreach (var argument in (string[])["--ro-bind", "/usr", "/usr"]) yield return argument;
        foreach (var folder in (string[])["/bin", "/sbin", "/lib", "/lib32", "/lib64"])
        {
            // Merged /usr has links here, older systems have folders.
            if (new DirectoryInfo(folder) is { Exists: true } info)
                foreach (var argument in info.LinkTarget is { } target ? (string[])["--symlink", target, folder] : ["--ro-bind", folder, folder]) yield return argument;
        }
        foreach (var path in Etc)
            foreach (var argument in (string[])["--ro-bind-try", path, path]) yield return argument;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace Tutor.Reporting;

/// <summary>What the figures were taken on.</summary>
public static class Machine
{
    public static string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GB, {System()}, {RuntimeInformation.FrameworkDescription}");

    private static string Processor() => Value("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string System() => Value("/etc/os-release", "PRETTY_NAME", '=') ?? RuntimeInformation.OSDescription;

    private static string? Value(string path, string name, char separator)
    {
        if (!File.Exists(path)) return null;
        var line = File.ReadLines(path).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line?[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim().Trim('"');
    }
}

using System.Runtime.InteropServices;
using Tutor.Parsing.Jail;

namespace Tutor.Parsing.Office;

/// <summary>How this program is started again, inside the jail, to read an Office file.</summary>
public static class OfficeProgram
{
    /// <summary>Bytes the reader may allocate: ten times the largest part that is let in would be too much, what a 1,000-page book takes is a tenth.</summary>
    private const long Heap = 768L << 20;

    /// <summary>
    /// The runtime reserves room before it uses it: with the heap limit set it starts in 1.5 GB of address space and not in 1 (measured on .NET 10).
    /// The rest is for what is not on the heap. (It also maps its code through a file of 64 MB: a smaller limit on files reads as "out of memory".)
    /// </summary>
    private const long AddressSpace = 3L << 30;

    private static readonly string Folder = AppContext.BaseDirectory;

    private static readonly string Runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <param name="kind">docx or pptx.</param>
    public static JailSpec Reading(string path, string kind) =>
        new(Path.Combine(Runtime, "dotnet"), [Path.Combine(Folder, "Tutor.Server.dll"), OfficeReadCommand.Name, kind, Path.GetFullPath(path)])
        {
            Readable = [Folder, Runtime, Path.GetFullPath(path)],
            NeedsProc = true,
            Environment = new Dictionary<string, string>
            {
                ["DOTNET_GCHeapHardLimit"] = Heap.ToString("X", System.Globalization.CultureInfo.InvariantCulture),
                ["DOTNET_gcServer"] = "0",
                ["DOTNET_gcConcurrent"] = "0",
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_EnableDiagnostics"] = "0",
            },
            Limits = new JailLimits { WallClock = TimeSpan.FromSeconds(60), Cpu = TimeSpan.FromSeconds(30), AddressSpace = AddressSpace },
        };
}

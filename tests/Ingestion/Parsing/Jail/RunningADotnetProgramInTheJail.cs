using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Tutor.Parsing.Jail;

public sealed class RunningADotnetProgramInTheJail
{
    [Fact]
    public async Task It_starts_with_its_own_folder_and_the_runtime_readable()
    {
        var program = typeof(RunningADotnetProgramInTheJail).Assembly.Location;
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var spec = new JailSpec(Path.Combine(runtime, "dotnet"), [program, "-?"])
        {
            Readable = [Path.GetDirectoryName(program)!, runtime],
            Environment = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x10000000", ["DOTNET_EnableDiagnostics"] = "0" },
            NeedsProc = true,
            Limits = new() { AddressSpace = null },
        };
        var output = "";

        var result = await new ReaderJail(NullLogger<ReaderJail>.Instance).RunAsync(
            spec, async (s, ct) => output = await new StreamReader(s).ReadToEndAsync(ct), TestContext.Current.CancellationToken);

        Assert.Contains("xUnit.net", output, StringComparison.Ordinal);
        Assert.Equal((JailOutcome.Exited, ""), (result.Outcome, result.Errors));
    }
}

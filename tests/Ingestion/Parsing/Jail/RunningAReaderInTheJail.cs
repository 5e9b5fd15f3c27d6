using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Tutor.Parsing.Jail;

public sealed class RunningAReaderInTheJail
{
    private readonly ReaderJail _jail = new(NullLogger<ReaderJail>.Instance);
    private string _output = "";

    [Fact]
    public async Task Output_and_exit_code_come_back()
    {
        var result = await RunAsync("sh", ["-c", "echo out; echo err >&2; exit 3"]);

        Assert.Equal((JailOutcome.Exited, 3, "out\n", "err\n", false), (result.Outcome, result.ExitCode, _output, result.Errors, result.Succeeded));
    }

    [Fact]
    public async Task An_argument_is_one_argument_whatever_stands_in_it()
    {
        await RunAsync("printf", ["%s", "$(id) `id`; id | \"x'"]);

        Assert.Equal("$(id) `id`; id | \"x'", _output);
    }

    [Fact]
    public async Task Nothing_of_the_environment_is_inherited()
    {
        await RunAsync("env", [], s => s with { Environment = new Dictionary<string, string> { ["READER_MODE"] = "x" } });

        var names = _output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')[0]).Where(n => n != "PWD").Order(StringComparer.Ordinal);
        Assert.Equal(["HOME", "LANG", "PATH", "READER_MODE", "TMPDIR"], names);
    }

    [Fact]
    public async Task Only_named_files_are_there_and_they_cannot_be_written()
    {
        Assert.SkipUnless(_jail.HasNamespaces, "User namespaces are not allowed here.");
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var (named, other) = (Path.Combine(folder, "named"), Path.Combine(folder, "other"));
            await File.WriteAllTextAsync(named, "seen", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(other, "hidden", TestContext.Current.CancellationToken);

            await RunAsync("sh", ["-c", $"cat {named} {other}; echo x > {named}; ls /root /home /etc/passwd /work"], s => s with { Readable = [named] });

            Assert.Equal("seen", _output);
            Assert.Equal("seen", await File.ReadAllTextAsync(named, TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task There_is_no_network_but_loopback_and_no_process_but_its_own()
    {
        Assert.SkipUnless(_jail.HasNamespaces, "User namespaces are not allowed here.");

        await RunAsync("sh", ["-c", "cat /proc/net/dev | grep -c :; ls /proc | grep -c '^[0-9]'"], s => s with { NeedsProc = true });

        var counts = _output.Split('\n');
        Assert.Equal("1", counts[0]);
        Assert.InRange(int.Parse(counts[1], System.Globalization.CultureInfo.InvariantCulture), 1, 6);
    }

    [Fact]
    public async Task A_sleeper_is_ended_by_the_wall_clock()
    {
        var result = await RunAsync("sleep", ["3600"], s => s with { Limits = new() { WallClock = TimeSpan.FromSeconds(.2) } });

        Assert.Equal(JailOutcome.TimedOut, result.Outcome);
    }

    [Fact]
    public async Task A_busy_one_is_ended_by_its_processor_time()
    {
        var result = await RunAsync("sh", ["-c", "while :; do :; done"], s => s with { Limits = new() { Cpu = TimeSpan.FromSeconds(1) } });

        Assert.Equal(JailOutcome.KilledByLimit, result.Outcome);
    }

    [Fact]
    public async Task An_endless_writer_is_ended_at_its_cap()
    {
        var result = await RunAsync("yes", [], s => s with { Limits = new() { Output = 1_000_000 } });

        Assert.Equal((JailOutcome.OutputTooLarge, 1_000_000, 1_000_000), (result.Outcome, result.OutputBytes, _output.Length));
    }

    [Fact]
    public async Task An_endless_writer_of_errors_is_ended_at_its_cap()
    {
        var result = await RunAsync("sh", ["-c", "yes >&2"], s => s with { Limits = new() { Errors = 100_000 } });

        Assert.Equal((JailOutcome.OutputTooLarge, 4096), (result.Outcome, result.Errors.Length));
    }

    [Fact]
    public async Task A_file_over_the_size_limit_ends_its_writer()
    {
        Assert.SkipUnless(_jail.HasNamespaces, "Without namespaces there is no folder of its own to write to.");

        var result = await RunAsync("sh", ["-c", "exec yes > /tmp/big"], s => s with { Limits = new() { FileSize = 100_000 } });

        Assert.Equal(JailOutcome.KilledByLimit, result.Outcome);
    }

    [Fact]
    public async Task Memory_over_the_limit_is_not_given()
    {
        var result = await RunAsync("sh", ["-c", "x=aaaaaaaa; while :; do x=$x$x; done"], s => s with { Limits = new() { AddressSpace = 100 << 20 } });

        Assert.False(result.Succeeded);
        Assert.NotEqual(JailOutcome.TimedOut, result.Outcome);
    }

    [Fact]
    public async Task A_consumer_that_has_enough_stops_it()
    {
        var result = await _jail.RunAsync(new("yes", []), async (stream, ct) => await stream.ReadExactlyAsync(new byte[10], ct), TestContext.Current.CancellationToken);

        Assert.Equal(JailOutcome.Stopped, result.Outcome);
    }

    [Fact]
    public async Task A_fault_of_the_consumer_reaches_the_caller()
    {
        await Assert.ThrowsAsync<FormatException>(() => _jail.RunAsync(new("yes", []), (_, _) => throw new FormatException(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(.2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _jail.RunAsync(new("sleep", ["3600"]), (s, ct) => s.CopyToAsync(Stream.Null, ct), cancel.Token));
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_named()
    {
        var e = await Assert.ThrowsAsync<FileNotFoundException>(() => RunAsync("no-such-reader", []));

        Assert.Equal("no-such-reader", e.FileName);
    }

    private async Task<JailResult> RunAsync(string program, string[] arguments, Func<JailSpec, JailSpec>? change = null)
    {
        var spec = new JailSpec(program, arguments);
        return await _jail.RunAsync(change?.Invoke(spec) ?? spec, ReadAsync, TestContext.Current.CancellationToken);
    }

    private async Task ReadAsync(Stream output, CancellationToken ct)
    {
        using var reader = new StreamReader(output);
        _output = await reader.ReadToEndAsync(ct);
    }
}

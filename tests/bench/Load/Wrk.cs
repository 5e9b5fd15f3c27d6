using System.Globalization;
using System.Text.Json;
using Tutor.Hosts;

namespace Tutor.Load;

/// <param name="Rate">Requests a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Errors">Answers from 400 on, broken connections, timeouts.</param>
public sealed record WrkResult(long Requests, double Rate, double P50, double P95, double P99, long Errors);

/// <summary>The load generator.</summary>
public static class Wrk
{
    private static readonly JsonSerializerOptions s_json = JsonSerializerOptions.Web;

    public static string? Lacks { get; } = Command.IsThere("wrk") ? null : "wrk";

    /// <summary>Gets one address over and over.</summary>
    public static Task<WrkResult> GetAsync(string address, int connections, int seconds, CancellationToken ct, params (string Name, string Value)[] headers) =>
        RunAsync("get.lua", address, connections, seconds, headers.SelectMany(h => new[] { h.Name, h.Value }), ct);

    /// <param name="script">Of this folder.</param>
    public static async Task<WrkResult> RunAsync(string script, string address, int connections, int seconds, IEnumerable<string> arguments, CancellationToken ct)
    {
        var threads = Math.Min(2, connections);
        string[] options = ["-t", Text(threads), "-c", Text(connections), "-d", Text(seconds) + "s", "--timeout", "10s", "-s", Path.Combine(AppContext.BaseDirectory, "Load", script), address, "--"];
        var result = await Command.RunAsync("wrk", [.. options, .. arguments], ct, new Dictionary<string, string> { ["LUA_PATH"] = Path.Combine(AppContext.BaseDirectory, "Load", "?.lua") });
        var line = result.Output.Split('\n').Last(l => l.StartsWith('{'));
        return JsonSerializer.Deserialize<WrkResult>(line, s_json)!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

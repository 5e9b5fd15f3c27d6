using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Tutor.Courses;
using Tutor.Load;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>What a class costs whose lessons a model tells: a first lesson asked for by everybody at once, and a whole course's tokens by learner.</summary>
public sealed class ModelClass : IBenchmark
{
    private static readonly string[] s_profiles = [.. from detail in (string[])["brief", "standard", "deep"] from style in (string[])["prose", "outline"] select $"detail={detail}&style={style}"];

    private const int Wanted = 16;

    public string Name => "model-class";

    public string Says => "A course of the first book's chapters written and told by the simulated endpoint. 200 learners in 6 profiles ask for one lesson at the same moment, for the first time; then again while the endpoint takes 5 s for an answer, against the same lesson once it is stored. Tokens of 16 modules, written once and told once for each profile that reads them, by learner.";

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await ModelScene.MakeAsync(run, ct);
        var (course, modules) = await scene.WriteAsync(run.Sizes.Files ?? 3, ct);
        var written = await scene.SpentAsync("%", ct);
        await scene.Api.PostAsync($"courses/{course}/publications", new { }, ct);
        var learners = await Learners.AddAsync(scene.Teaching.Database, Math.Min(run.Sizes.Learners, 200), course, ct);

        var first = await AskAsync(scene, learners, modules[0], ct);
        var told = await scene.SpentAsync("variant", ct);
        run.Add(new Figure($"{learners.Count} at once, {s_profiles.Length} profiles: lessons told by the endpoint", told.Calls, "", Bar: Bar.AtMostValue(s_profiles.Length - 1, "")));
        run.Add(new Figure("tokens they took", told.Tokens, ""));
        run.Add(new Figure("different bodies in a profile, at most", first.Bodies, "", Bar: Bar.AtMostValue(1, "")));
        var stored = await AskAsync(scene, learners, modules[0], ct);
        run.Add(new Figure("slowest answer of the first time", first.Slowest, "ms", "once stored", stored.Slowest));
        run.Add(new Figure("errors", first.Errors + stored.Errors, "", Bar: Bar.AtMostValue(0, "")));
        if (modules.Count > 1) await SlowlyAsync(run, scene, learners, modules[1], stored.Slowest, ct);
        await TokensAsync(run, scene, learners[0], modules, written.Tokens, ct);
    }

    /// <summary>Nobody waits for an endpoint that is slow: all read the reviewed words until it has answered.</summary>
    private static async Task SlowlyAsync(BenchRun run, ModelScene scene, IReadOnlyList<Learner> learners, Guid module, double stored, CancellationToken ct)
    {
        scene.Simulator.Modes.Add(Enumerable.Repeat("slow=5", s_profiles.Length - 1));
        var slow = await AskAsync(scene, learners, module, ct);
        run.Add(new Figure("slowest answer while the endpoint takes 5 s", slow.Slowest, "ms", "once stored", stored, Bar.AtMostValue(2500, "ms")));
        run.Add(new Figure("different bodies in a profile then, at most", slow.Bodies, "", Bar: Bar.AtMostValue(1, "")));
        await Task.Delay(TimeSpan.FromSeconds(6), ct);
    }

    private static async Task TokensAsync(BenchRun run, ModelScene scene, Learner reader, IReadOnlyList<Guid> modules, long written, CancellationToken ct)
    {
        var before = (await scene.SpentAsync("variant", ct)).Tokens;
        var read = modules.Skip(2).Take(Wanted).ToList();
        using var api = new Api(scene.Teaching.Server.Address, reader.Token);
        foreach (var module in read)
            foreach (var profile in s_profiles) await api.BytesAsync($"modules/{module}/lesson?{profile}", ct);
        if (read.Count == 0) return;
        var course = (double)written / modules.Count * Wanted;
        var profileOfAll = ((await scene.SpentAsync("variant", ct)).Tokens - before) / (double)read.Count * Wanted / s_profiles.Length;
        run.Add(new Figure($"tokens of {Wanted} modules, written", course, ""));
        run.Add(new Figure($"tokens of {Wanted} modules, told for one profile more", profileOfAll, ""));
        foreach (var learners in (int[])[1, 10, 100, 1000])
            run.Add(new Figure($"tokens by learner, {learners:N0} learners", (course + (Math.Min(learners, s_profiles.Length) * profileOfAll)) / learners, "", "told anew for each", (course / learners) + profileOfAll));
    }

    private static async Task<(double Slowest, int Bodies, int Errors)> AskAsync(ModelScene scene, IReadOnlyList<Learner> learners, Guid module, CancellationToken ct)
    {
        var bodies = new ConcurrentDictionary<string, ConcurrentDictionary<string, byte>>();
        var times = new ConcurrentBag<double>();
        var errors = 0;
        await Task.WhenAll(learners.Select(async (learner, i) =>
        {
            using var api = new Api(scene.Teaching.Server.Address, learner.Token);
            var (profile, watch) = (s_profiles[i % s_profiles.Length], Stopwatch.StartNew());
            try
            {
                var body = await api.BytesAsync($"modules/{module}/lesson?{profile}", ct);
                bodies.GetOrAdd(profile, _ => new())[Convert.ToHexString(SHA256.HashData(body))] = 0;
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref errors);
            }
        }));
        return (times.IsEmpty ? 0 : times.Max(), bodies.IsEmpty ? 0 : bodies.Values.Max(b => b.Count), errors);
    }
}

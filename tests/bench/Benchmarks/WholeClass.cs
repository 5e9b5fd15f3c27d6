using System.Text.Json;
using Tutor.Courses;
using Tutor.Hosts;
using Tutor.Load;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>A class at work: each learner looks at the dashboard, reads, answers, and hands in.</summary>
public sealed class WholeClass : IBenchmark
{
    /// <summary>d dashboard, l lesson, a answer, h hand in: a learner looks where they are and reads, answers one question after the other, hands in, looks again.</summary>
    private const string Mix = "dlaladahld";
    private const int Connections = 64;

    public string Name => "whole-class";

    public string Says => "Dashboard, lesson, answer and attempt (3 : 3 : 3 : 1) by 2,000 learners of the demo course, each with a token and quiz of their own, by wrk over 64 connections; against a bare minimal API that reads one row by its primary key. The two take turns.";

    public string? Lacks => Wrk.Lacks;

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await DemoScene.MakeAsync(run, ct);
        await using var bare = await BareProcess.RowAsync(scene.Database, ct);
        using var folder = new TemporaryFolder();
        var learners = await Learners.AddAsync(scene.Database, run.Sizes.Learners, DemoScene.CourseId, ct);
        await File.WriteAllLinesAsync(folder["class.txt"], await QuizzesAsync(scene, learners, ct), ct);
        string[] arguments = [folder["class.txt"], DemoScene.CourseId.ToString(), scene.ModuleId.ToString(), Mix];

        var rounds = new List<(WrkResult Class, WrkResult Bare)>();
        for (var i = 0; i < run.Sizes.Rounds; i++)
            rounds.Add((
                await Wrk.RunAsync("class.lua", scene.Server.Address, Connections, run.Sizes.Seconds, arguments, ct),
                await Wrk.GetAsync(bare.Address, Connections, run.Sizes.Seconds, ct)));
        if (rounds.Count > 1) rounds.RemoveAt(0); // Until the code is compiled for good.
        var (all, row) = (Median.Of(rounds, r => r.Class), Median.Of(rounds, r => r.Bare));
        run.Add(new Figure($"{learners.Count:N0} learners, requests a second", all.Rate, "", "bare row", row.Rate, Bar.AtLeastValue(1700, "")));
        run.Add(new Figure("p50", all.P50, "ms", "bare row", row.P50));
        run.Add(new Figure("p99", all.P99, "ms", "bare row", row.P99));
        run.Add(new Figure($"errors in {all.Requests:N0} requests", all.Errors, "", Bar: Bar.AtMostValue(0, "")));
        run.Add(new Figure("the server's memory after it", scene.Server.Memory, "MB", "bare row", bare.Memory));
        if (all.Errors > 0) run.Say(scene.Server.Log);
    }

    /// <summary>A line for each learner: token, quiz, and item=choice for each of its items.</summary>
    private static async Task<string[]> QuizzesAsync(DemoScene scene, IReadOnlyList<Learner> learners, CancellationToken ct)
    {
        var lines = new string[learners.Count];
        await Parallel.ForAsync(0, learners.Count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (i, token) =>
        {
            using var api = new Api(scene.Server.Address, learners[i].Token);
            var quiz = await api.GetAsync($"modules/{scene.ModuleId}/quiz", token);
            var answers = quiz.GetProperty("items").EnumerateArray().Select((item, n) => $"{Id(item)}={Id(item.GetProperty("choices")[(i + n) % item.GetProperty("choices").GetArrayLength()])}");
            lines[i] = $"{learners[i].Token} {Id(quiz)} {string.Join(' ', answers)}";
        });
        return lines;
    }

    private static string Id(JsonElement of) => of.GetProperty("id").GetString()!;
}

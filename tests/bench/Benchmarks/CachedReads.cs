using Tutor.Courses;
using Tutor.Hosts;
using Tutor.Load;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>A published lesson as learners read it, by API and by page.</summary>
public sealed class CachedReads : IBenchmark
{
    public string Name => "cached-reads";

    public string Says => "GET /api/v1/modules/{id}/lesson of the demo course's first module with a bearer token, and its page with a cookie, by wrk; against a bare minimal API that answers the same bytes from memory. The two take turns.";

    public string? Lacks => Wrk.Lacks;

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await DemoScene.MakeAsync(run, ct);
        var learner = (await Learners.AddAsync(scene.Database, 1, DemoScene.CourseId, ct))[0];
        var (lesson, page) = ($"{scene.Server.Address}/api/v1/modules/{scene.ModuleId}/lesson", $"{scene.Server.Address}/modules/{scene.ModuleId}");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + learner.Token);
        using var first = await client.GetAsync(new Uri(lesson), ct);
        var bytes = await first.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct);
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["lesson.json"], bytes, ct);
        await using var bare = await BareProcess.BytesAsync(folder["lesson.json"], ct);

        var rounds = new List<(WrkResult Lesson, WrkResult NotModified, WrkResult Page, WrkResult Bare)>();
        for (var i = 0; i < run.Sizes.Rounds; i++)
            rounds.Add((
                await Wrk.GetAsync(lesson, run.Sizes.Connections, run.Sizes.Seconds, ct, ("Authorization", "Bearer " + learner.Token)),
                await Wrk.GetAsync(lesson, run.Sizes.Connections, run.Sizes.Seconds, ct, ("Authorization", "Bearer " + learner.Token), ("If-None-Match", first.Headers.ETag!.ToString())),
                await Wrk.GetAsync(page, run.Sizes.Connections, run.Sizes.Seconds, ct, ("Cookie", learner.Cookie)),
                await Wrk.GetAsync(bare.Address, run.Sizes.Connections, run.Sizes.Seconds, ct)));
        if (rounds.Count > 1) rounds.RemoveAt(0); // Until the code is compiled for good.
        Report(run, rounds, bytes.Length);
        run.Add(new Figure("the server's memory after it", scene.Server.Memory, "MB", "bare", bare.Memory));
    }

    private static void Report(BenchRun run, List<(WrkResult Lesson, WrkResult NotModified, WrkResult Page, WrkResult Bare)> rounds, int bytes)
    {
        var size = $"{run.Sizes.Connections} connections";
        var (lesson, notModified, page, bare) = (Median.Of(rounds, r => r.Lesson), Median.Of(rounds, r => r.NotModified), Median.Of(rounds, r => r.Page), Median.Of(rounds, r => r.Bare));
        run.Add(new Figure($"lesson of {bytes:N0} bytes, {size}, requests a second", lesson.Rate, "", "bare", bare.Rate, Bar.AtLeastRatio(1 / 3.0)));
        run.Add(new Figure($"lesson, {size}, p99", lesson.P99, "ms", "bare", bare.P99, Bar.AtMostValue(15, "ms")));
        run.Add(new Figure($"lesson, If-None-Match: 304, requests a second", notModified.Rate, "", "bare, whole", bare.Rate));
        run.Add(new Figure($"lesson, If-None-Match: 304, p99", notModified.P99, "ms", "bare, whole", bare.P99));
        run.Add(new Figure($"lesson page with a cookie, {size}, requests a second", page.Rate, "", "bare", bare.Rate));
        run.Add(new Figure($"lesson page with a cookie, {size}, p99", page.P99, "ms", "bare", bare.P99, Bar.AtMostValue(30, "ms")));
        run.Add(new Figure("errors", lesson.Errors + notModified.Errors + page.Errors, "", Bar: Bar.AtMostValue(0, "")));
    }
}

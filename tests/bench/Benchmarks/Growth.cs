using System.Diagnostics;
using Tutor.Courses;
using Tutor.Load;
using Tutor.Reporting;

namespace Tutor.Benchmarks;

/// <summary>What a database that fills up does to those who are in it.</summary>
public sealed class Growth : IBenchmark
{
    /// <summary>As flat as a noisy machine lets one see.</summary>
    private const double Flat = 1.3;

    public string Name => "growth";

    public string Says => "With 1, 10 and 100 courses of 2,000 chunks in the database (rows of an ingested course loaded by COPY under ids of their own): one more book ingested, and the search in one course with one client; against the same with one course.";

    public string? Lacks => Wrk.Lacks;

    public async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await using var scene = await TeachingScene.MakeAsync(run, ct);
        var (course, chunks) = await LargeCourse.MakeAsync(scene.Api, run.Sizes.FewerChunks, ct);
        await IngestAsync(run, scene, ct); // Until the code is compiled for good.
        (double Seconds, double P95)? alone = null;
        var present = 1;
        foreach (var courses in run.Sizes.Courses)
        {
            for (; present < courses; present++) await CopiedCourses.AddAsync(scene.Database, course, present, ct);
            await scene.Database.ExecuteAsync("vacuum analyze", ct);
            await Searches.RunAsync(scene.Server, course, scene.Token, 1, 1, ct);
            var (seconds, p95) = (await IngestAsync(run, scene, ct), (await Searches.RunAsync(scene.Server, course, scene.Token, 1, run.Sizes.Seconds, ct)).P95);
            alone ??= (seconds, p95);
            var what = $"{courses} courses of {chunks:N0} chunks";
            run.Add(new Figure($"{what}: one more book ingested", seconds, "s", "one course", alone.Value.Seconds, Bar.AtMostRatio(Flat)));
            run.Add(new Figure($"{what}: search p95", p95, "ms", "one course", alone.Value.P95, Bar.AtMostRatio(Flat)));
        }
    }

    private static async Task<double> IngestAsync(BenchRun run, TeachingScene scene, CancellationToken ct)
    {
        var seconds = new List<double>();
        for (var i = 0; i < run.Sizes.Repeats; i++)
        {
            var course = await scene.Api.CourseAsync("One more", ct);
            var watch = Stopwatch.StartNew();
            await scene.Api.UploadAsync(course, Material.Books[^1].Files.Take(run.Sizes.Files ?? int.MaxValue), ct);
            await scene.Api.ReadyAsync(course, ct);
            seconds.Add(watch.Elapsed.TotalSeconds);
            await scene.Database.ExecuteAsync("delete from courses where id = $1", ct, course);
        }
        return Median.Of(seconds);
    }
}

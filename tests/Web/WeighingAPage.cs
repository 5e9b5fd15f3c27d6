using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Tutor;

/// <summary>What a page costs who opens it for the first time. Times are only told, never judged: run it alone, with <c>-showliveoutput</c>, to read them.</summary>
public sealed class WeighingAPage(Chromium chromium, CellsApp app, ITestOutputHelper output)
{
    private const int MostBytes = 100_000;

    private const string Watch = """
        window.figures = { shift: 0, blocked: 0 };
        new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) figures.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
        new PerformanceObserver(list => { for (const entry of list.getEntries()) figures.blocked += Math.max(0, entry.duration - 50); }).observe({ type: "longtask", buffered: true });
        """;

    [Theory]
    [InlineData("/modules/{module}")]
    [InlineData("/modules/{module}/quiz")]
    [InlineData("/courses/{course}")]
    [InlineData("/")]
    public async Task It_is_light_and_nothing_in_it_moves(string path)
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), width: 390);
        var page = visit.Page;
        var (bytes, requests) = (0.0, 0);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        session.Event("Network.loadingFinished").OnEvent += (_, message) =>
        {
            bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };
        await page.AddInitScriptAsync(Watch);

        await page.GotoAsync(app.In(path), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Mouse.WheelAsync(0, 4000);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var figures = await page.EvaluateAsync<JsonElement>("({ ...figures, paint: performance.getEntriesByName('first-contentful-paint')[0].startTime })");

        var (shift, paint, blocked) = (figures.GetProperty("shift").GetDouble(), figures.GetProperty("paint").GetDouble(), figures.GetProperty("blocked").GetDouble());
        output.WriteLine($"{path}: {bytes / 1000:F1} KB in {requests} requests, first paint {paint:F0} ms, shift {shift:F4}, blocked {blocked:F0} ms");
        Assert.InRange(bytes, 1, MostBytes);
        // A tenth is what is called good; what is drawn by the server alone should stay where it is.
        Assert.InRange(shift, 0, .02);
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Tutor;

/// <summary>A browser that takes pictures of a Tutor with the demo course.</summary>
public sealed partial class Studio : IAsyncDisposable
{
    private static readonly Frame[] s_frames =
    [
        new("phone", 390, 844, ColorScheme.Light), new("tablet-dark", 1024, 900, ColorScheme.Dark), new("desktop", 1600, 1000, ColorScheme.Light),
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _address, _password;
    private readonly Dictionary<string, string> _signedIn = [];
    private (string Course, string Module) _demo;

    private Studio(IPlaywright playwright, IBrowser browser, string address, string password) => (_playwright, _browser, _address, _password) = (playwright, browser, address, password);

    public static async Task<Studio> OpenAsync(string address, string password)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium" });
        var studio = new Studio(playwright, browser, address, password);
        studio._demo = await studio.FindDemoAsync();
        await studio.JoinAsync();
        return studio;
    }

    /// <summary>A picture in each frame: <c>name-frame.jpg</c>.</summary>
    public async Task TakeAsync(Shot shot, string folder)
    {
        foreach (var frame in s_frames)
        {
            await using var context = await NewContextAsync(shot.Who, frame);
            var page = await context.NewPageAsync();
            await page.GotoAsync(shot.Address.Replace("{course}", _demo.Course, StringComparison.Ordinal).Replace("{module}", _demo.Module, StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Load });
            if (shot.Then is not null) await shot.Then(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{shot.Name}-{frame.Name}.jpg"), Type = ScreenshotType.Jpeg, Quality = 72, Animations = ScreenshotAnimations.Disabled });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task<IBrowserContext> NewContextAsync(string? who, Frame frame) => await _browser.NewContextAsync(new()
    {
        BaseURL = _address, ViewportSize = new() { Width = frame.Width, Height = frame.Height }, ColorScheme = frame.Light, ReducedMotion = ReducedMotion.Reduce,
        StorageState = who is null ? null : await StateAsync(who),
    });

    /// <summary>Who is signed in once stays so for all pictures.</summary>
    private async Task<string> StateAsync(string who)
    {
        if (_signedIn.TryGetValue(who, out var known)) return known;
        await using var context = await _browser.NewContextAsync(new() { BaseURL = _address });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync($"{who}@demo.test");
        await page.GetByLabel("Password").FillAsync(_password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return _signedIn[who] = await context.StorageStateAsync();
    }

    /// <summary>The demo course, and its second module: the first one has no figures yet.</summary>
    private async Task<(string Course, string Module)> FindDemoAsync()
    {
        await using var context = await NewContextAsync("instructor", s_frames[^1]);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/teach");
        var course = Id().Match((await page.Locator("main .course h2 a").First.GetAttributeAsync("href"))!).Value;
        await page.GotoAsync($"/teach/{course}/outline");
        return (course, Id().Match((await page.Locator(".module-row h3 a").Nth(1).GetAttributeAsync("href"))!).Value);
    }

    private async Task JoinAsync()
    {
        await using var context = await NewContextAsync("learner", s_frames[^1]);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        var join = page.GetByRole(AriaRole.Button, new() { Name = "Join" });
        if (await join.CountAsync() > 0) await join.First.ClickAsync();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}

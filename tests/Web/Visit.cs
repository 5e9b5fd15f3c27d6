using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Tutor;

/// <summary>
/// Somebody at a browser window of their own. When they leave, the console must be empty and every request must have gone to the server they visited.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private readonly bool _script;

    private Visit(IBrowserContext context, IPage page, bool script) => (_context, Page, _script) = (context, page, script);

    public IPage Page { get; }

    /// <param name="who">Signed in; null for a stranger.</param>
    public static async Task<Visit> StartAsync(Chromium chromium, TutorApp app, Person? who = null, int width = 1280, bool script = true, bool dark = false, bool touch = false)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = app.Address, JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, HasTouch = touch,
        });
        var visit = new Visit(context, await context.NewPageAsync(), script);
        visit.Page.Console += (_, message) => visit._complaints.Add($"console: {message.Text}");
        visit.Page.PageError += (_, error) => visit._complaints.Add($"error: {error}");
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(app.Address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                visit._complaints.Add($"request to another server: {request.Url}");
        };
        if (who is not null) await visit.SignInAsync(who.Email);
        return visit;
    }

    public async Task SignInAsync(string email, string password = TutorApp.Password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    public Task SeeAsync(ILocator what, float seconds = 10) => Assertions.Expect(what).ToBeVisibleAsync(new() { Timeout = seconds * 1000 });

    /// <summary>Nothing that axe finds, and nothing wider than the window.</summary>
    public async Task LooksRightAsync()
    {
        Assert.True(_script, "axe runs in the page, and waits for ever where scripts do not run.");
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"))}");
        Assert.Equal(0, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    /// <summary>For a visit that asks for what is not there: the browser itself notes every such answer.</summary>
    public void ForgetComplaints() => _complaints.Clear();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}

using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class AnAdmin(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task Accepts_one_question_and_rejects_another_with_the_evidence_beside_them()
    {
        await using var visit = await Visit.StartAsync(chromium, app, app.Admin);
        var page = visit.Page;
        await visit.Link("Review").ClickAsync();
        var (first, second) = (await IdAsync(page, 0), await IdAsync(page, 1));
        await visit.SeeAsync(page.Locator($"#{first}").GetByText("What proves the key"));
        await visit.LooksRightAsync();

        await page.Locator($"#{first}").GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await visit.SeeAsync(StateOf(page, first, "Accepted"));
        await visit.SeeAsync(page.Locator($"#{second}").GetByText("What proves the key"));
        await page.Locator($"#{second}").GetByLabel("Why it is rejected").SelectOptionAsync("Badly worded");
        await page.Locator($"#{second}").GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await visit.SeeAsync(StateOf(page, second, "Rejected"));

        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator($"#{first}").CountAsync());
        await page.GotoAsync("/review?state=rejected");
        await visit.SeeAsync(page.Locator($"#{second}"));
        await page.GotoAsync($"/reviews/{second["item-".Length..]}");
        await visit.SeeAsync(page.GetByText("Rejected: Badly worded"));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Gives_somebody_a_role()
    {
        var person = await app.AddPersonAsync();
        await using var visit = await Visit.StartAsync(chromium, app, app.Admin);
        await visit.Link("People").ClickAsync();
        await visit.LooksRightAsync();

        await visit.Page.GetByLabel("Give a role to").FillAsync(person.Email);
        await visit.Button("Give role").ClickAsync();

        await visit.SeeAsync(visit.Page.GetByRole(AriaRole.Row, new() { Name = person.Email }).GetByText("instructor, learner"));
    }

    private static ILocator StateOf(IPage page, string item, string words) => page.Locator($"#state-{item["item-".Length..]}", new() { HasText = words });

    private static async Task<string> IdAsync(IPage page, int nth) => (await page.Locator("article.item").Nth(nth).GetAttributeAsync("id"))!;
}

using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class SomebodySearching(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task Finds_a_module_and_its_passages_from_any_page_and_opens_the_place()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync());
        var page = visit.Page;
        await visit.SeeAsync(visit.Heading("Your courses").Or(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).First);
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox).First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("passive transport");
        await page.Keyboard.PressAsync("Enter");

        await visit.SeeAsync(page.GetByText("In the material of The Living Cell"));
        await visit.LooksRightAsync();
        await page.Locator(".passage a").First.ClickAsync();
        await visit.SeeAsync(page.Locator("#side-source mark").First);
        await page.GotoAsync("/search?q=zzyzx");
        await visit.SeeAsync(visit.Heading("Nothing found"));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Finds_nothing_of_courses_that_are_not_theirs_and_nobody()
    {
        var stranger = await app.AddPersonAsync();
        await using var visit = await Visit.StartAsync(chromium, app, stranger);

        foreach (var words in (string[])["living cell", "passive transport", stranger.Email])
        {
            await visit.Page.GotoAsync($"/search?q={Uri.EscapeDataString(words)}");
            await visit.SeeAsync(visit.Heading("Nothing found"));
        }
        await using var admin = await Visit.StartAsync(chromium, app, app.Admin);
        await admin.Page.GotoAsync($"/search?q={Uri.EscapeDataString(stranger.Email)}");
        await admin.SeeAsync(admin.Page.GetByText(stranger.Email).Last);
        await admin.LooksRightAsync();
    }
}

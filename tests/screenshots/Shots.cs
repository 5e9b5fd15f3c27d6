using Microsoft.Playwright;

namespace Tutor;

/// <summary>The pages there are pictures of, in the order somebody comes across them: what one picture changes, later ones show.</summary>
public static class Shots
{
    private const string Learner = "learner", Instructor = "instructor", Admin = "admin";

    public static IReadOnlyList<Shot> All { get; } =
    [
        new("sign-in", null, "/sign-in"),
        new("home", Learner, "/"),
        new("course", Learner, "/courses/{course}"),
        new("lesson", Learner, "/modules/{module}"),
        new("lesson-with-source", Learner, "/modules/{module}", OpenSourceAsync),
        new("quiz", Learner, "/modules/{module}/quiz", page => page.Locator(".option").First.ClickAsync()),
        new("result", Learner, "/modules/{module}/quiz", HandInAsync),
        new("search", Learner, "/search?q=how%20does%20a%20prokaryotic%20cell%20divide"),
        new("tutor", Learner, "/modules/{module}", AskAsync),
        new("tutor-page", Learner, "/courses/{course}/tutor"),
        new("my-data", Learner, "/me"),
        new("teach", Instructor, "/teach"),
        new("materials", Instructor, "/teach/{course}"),
        new("outline", Instructor, "/teach/{course}/outline"),
        new("module", Instructor, "/teach/modules/{module}"),
        new("lesson-edit", Instructor, "/teach/modules/{module}/lesson"),
        new("review", Instructor, "/teach/{course}/review", OpenSourceAsync),
        new("publish", Instructor, "/teach/{course}/publish"),
        new("course-people", Instructor, "/teach/{course}/people"),
        new("insight", Instructor, "/teach/{course}/insight"),
        new("usage", Instructor, "/teach/{course}/usage"),
        new("admin-audit", Admin, "/audit"),
        new("admin-models", Admin, "/models"),
        new("admin-prompts", Admin, "/prompts"),
        new("admin-review", Admin, "/review"),
        new("admin-people", Admin, "/people"),
        new("design", Admin, "/design"),
    ];

    private static async Task OpenSourceAsync(IPage page)
    {
        await page.Locator("a.citation:visible, .evidence a[data-source]:visible").First.ClickAsync();
        await page.Locator("#side-source mark").First.WaitForAsync();
        await page.WaitForTimeoutAsync(500); // the page behind the mark is drawn
    }

    private static async Task AskAsync(IPage page)
    {
        await page.Locator(".tutor summary").First.ClickAsync();
        await page.Locator(".tutor textarea").FillAsync("How does a prokaryotic cell differ from a eukaryotic cell?");
        await page.Locator("[data-send]").ClickAsync();
        await page.Locator(".talk .answer .citation").First.WaitForAsync();
        await page.Locator("[data-send]:not([disabled])").WaitForAsync();
    }

    private static async Task HandInAsync(IPage page)
    {
        for (var i = 0; await page.Locator(".option").CountAsync() > 0; i++)
        {
            await page.Locator(".option").Nth(i % 4).ClickAsync();
            var question = await page.Locator("#quiz h1").InnerTextAsync();
            await page.Locator("[data-on]").ClickAsync();
            await Assertions.Expect(page.Locator("#quiz h1")).Not.ToHaveTextAsync(question);
        }
        await page.Locator("[data-on]").ClickAsync();
        await page.GetByText("out of").First.WaitForAsync();
    }
}

using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class WhereALearnerStands(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task The_start_page_says_what_to_go_on_with_and_how_long_it_takes()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync());
        await visit.Page.GotoAsync("/");

        var now = visit.Page.Locator(".now");
        await Assertions.Expect(now).ToContainTextAsync("Start: ");
        await Assertions.Expect(now).ToContainTextAsync("minute");
        await visit.LooksRightAsync();
        await visit.Link("Open the lesson").ClickAsync();
        await visit.SeeAsync(visit.Page.Locator(".lesson"));
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1600, false)]
    public async Task What_did_not_go_well_is_due_and_the_map_says_why(int width, bool dark)
    {
        var course = await PublishedCourse.AddAsync(app, modules: 2);
        await using var visit = await Visit.StartAsync(chromium, app, course.Learner, width, dark: dark);
        var page = visit.Page;
        await page.GotoAsync($"/modules/{course.ModuleId}/quiz");
        for (var n = 1; n <= 3; n++)
        {
            await visit.SeeAsync(page.GetByText($"Question {n} of 3"));
            // The key of the n-th item is its n-th choice; the last is nobody's.
            await page.Locator(".option", new() { HasText = "Choice 3" }).ClickAsync();
            await page.Keyboard.PressAsync("Enter");
        }
        await visit.SeeAsync(visit.Heading("All questions are answered"));
        await visit.Button("Hand in").ClickAsync();
        await visit.SeeAsync(page.GetByText("from “at the beginning” to “not there yet”").First);
        await visit.SeeAsync(page.GetByText("Go over: Module 1"));

        await page.GotoAsync("/");
        await visit.SeeAsync(page.GetByText("2 objectives did not go well, asked today"));
        await visit.SeeAsync(visit.Link("Practise Module 1"));
        await visit.LooksRightAsync();
        await page.GotoAsync($"/courses/{course.Course.Id}");
        await visit.SeeAsync(page.GetByText("You answered 0 of 3 right; 2 of 2 objectives are not secure yet."));
        await visit.SeeAsync(page.GetByText("Not begun. 2 objectives."));
        await visit.SeeAsync(page.GetByText("You are here"));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task A_long_course_folds_its_chapters_but_the_one_to_go_on_in()
    {
        var course = await PublishedCourse.AddAsync(app, modules: 16, items: 1, parts: 4);
        await using var visit = await Visit.StartAsync(chromium, app, course.Learner);

        await visit.Page.GotoAsync($"/courses/{course.Course.Id}");

        await visit.SeeAsync(visit.Link("Module 1"));
        await Assertions.Expect(visit.Link("Module 5")).ToBeHiddenAsync();
        await visit.LooksRightAsync();
        await visit.Page.Locator(".map summary", new() { HasText = "Part 2" }).ClickAsync();
        await visit.SeeAsync(visit.Link("Module 5"));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Who_has_no_course_is_told_how_to_come_into_one()
    {
        var person = await app.AddPersonAsync();
        await using var visit = await Visit.StartAsync(chromium, app, person, width: 390);
        await visit.Page.GotoAsync("/");

        await visit.SeeAsync(visit.Page.GetByText(person.Email));
        await visit.SeeAsync(visit.Page.Locator(".course", new() { HasText = "The Living Cell" }).GetByRole(AriaRole.Button, new() { Name = "Join" }));
        await visit.LooksRightAsync();
    }
}

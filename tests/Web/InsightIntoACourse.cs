using System.Net;
using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class InsightIntoACourse(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task Objectives_open_to_their_questions_and_learners_are_listed()
    {
        var learner = await app.AddLearnerAsync();
        await using (var quiz = await Visit.StartAsync(chromium, app, learner))
        {
            await quiz.Page.GotoAsync($"/modules/{app.ModuleId}/quiz");
            await quiz.SeeAsync(quiz.Page.Locator(".option").First);
            await quiz.Page.Keyboard.PressAsync("1");
            for (var n = await quiz.Page.Locator(".dots li").CountAsync(); n >= 0; n--) await quiz.Page.Keyboard.PressAsync("Enter");
            await quiz.SeeAsync(quiz.Page.GetByText("out of"));
        }
        await using var visit = await Visit.StartAsync(chromium, app, app.Instructor);
        var page = visit.Page;

        await page.GotoAsync($"/teach/{app.CourseId}/insight");
        await visit.LooksRightAsync();
        await page.Locator(".aim:has(.taken) summary").First.ClickAsync();
        await visit.SeeAsync(page.Locator(".taken .key").First);
        await visit.LooksRightAsync();
        await visit.Link("7 days").ClickAsync();
        await Assertions.Expect(visit.Link("7 days")).ToHaveAttributeAsync("aria-current", "true");

        await visit.Link("All learners").ClickAsync();
        await page.GetByLabel("Find learners").FillAsync(learner.Email);
        await visit.Button("Find").ClickAsync();
        await Assertions.Expect(page.Locator(".learners > li")).ToHaveCountAsync(1);
        await visit.SeeAsync(page.GetByText("1 of"));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task A_table_for_a_spreadsheet_runs_no_formula_of_a_learner()
    {
        using var client = await PageClient.StartAsync(app, app.Instructor);
        var learner = await app.AddLearnerAsync();
        await using (var command = app.Database.DataSource.CreateCommand($"update asp_net_users set name = '=HYPERLINK(\"http://example.org\")' where id = '{learner.Id}'"))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var (status, body, _) = await client.GetAsync($"/teach/{app.CourseId}/insight/learners?handler=Csv");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"", body, StringComparison.Ordinal);
        Assert.Contains("Question", (await client.GetAsync($"/teach/{app.CourseId}/insight?handler=Csv")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_publication_it_says_when_there_will_be_something()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        await visit.Page.GotoAsync($"/teach/{course.Id}/insight");
        await visit.SeeAsync(visit.Heading("Nothing to see before the first publication"));
        await visit.LooksRightAsync();
    }
}

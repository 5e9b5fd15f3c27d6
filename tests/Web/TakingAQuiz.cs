using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class TakingAQuiz(Chromium chromium, CellsApp app)
{
    private string Quiz => app.In("/modules/{module}/quiz");

    [Theory]
    [InlineData(390, false)]
    [InlineData(1024, true)]
    [InlineData(1600, false)]
    [InlineData(1600, true)]
    public async Task It_looks_right_from_the_first_question_to_the_result(int width, bool dark)
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), width, dark: dark);
        var page = visit.Page;
        await page.GotoAsync(Quiz);
        await page.Locator(".flag summary").ClickAsync();
        await visit.LooksRightAsync();
        await page.Locator(".option").First.ClickAsync();
        await visit.SeeAsync(page.GetByText("Your answer is kept."));
        await visit.LooksRightAsync();

        await page.GotoAsync(Quiz + "?n=99");
        await visit.LooksRightAsync();
        await visit.Button("Hand in").ClickAsync();

        await visit.SeeAsync(visit.Heading("What it changed"));
        await visit.SeeAsync(visit.Heading("Question by question"));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task An_answer_is_there_on_another_device_and_told_without_colour()
    {
        var learner = await app.AddLearnerAsync();
        await using (var visit = await Visit.StartAsync(chromium, app, learner))
        {
            await visit.Page.GotoAsync(Quiz);
            await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Keyboard.PressAsync("2"), r => r.Request.Method == "POST" && r.Status == 204);
        }

        await using var other = await Visit.StartAsync(chromium, app, learner, width: 390, script: false);
        await other.Page.GotoAsync(Quiz + "?n=1");

        await Assertions.Expect(other.Page.Locator(".option input").Nth(1)).ToBeCheckedAsync();
        await other.SeeAsync(other.Page.GetByLabel("Question 1, answered"));
        await other.Page.GotoAsync(Quiz);
        await other.SeeAsync(other.Page.GetByText("Question 2 of"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_course_explains_at_once_each_answer_is_explained_and_stays(bool script)
    {
        var course = await PublishedCourse.AddAsync(app, new { explanations = "atOnce" });
        await using var visit = await Visit.StartAsync(chromium, app, course.Learner, script: script);
        var page = visit.Page;
        await page.GotoAsync($"/modules/{course.ModuleId}/quiz");
        var questions = await page.Locator(".dots li").CountAsync();
        for (var n = 1; n <= questions; n++)
        {
            await visit.SeeAsync(page.GetByText($"Question {n} of {questions}"));
            Assert.Equal(0, await page.Locator(".answers .key").CountAsync());
            if (script) await page.Keyboard.PressAsync("1");
            else await page.Locator(".option input").First.CheckAsync();
            await page.Keyboard.PressAsync("Enter");
            await visit.SeeAsync(page.Locator(".answers .key"));
            Assert.Equal(0, await page.Locator(".option input").CountAsync());
            if (n == 1 && script) await visit.LooksRightAsync();
            if (script) await page.Keyboard.PressAsync("Enter");
            else await page.Locator("[data-on]").ClickAsync();
        }
        await visit.SeeAsync(visit.Heading("All questions are answered"));
        if (script) await visit.LooksRightAsync();
        await visit.Button("Hand in").ClickAsync();
        await visit.SeeAsync(page.GetByText($"out of {questions}"));
    }

    [Fact]
    public async Task A_doubt_reaches_the_reviewers_and_their_answer_the_learner()
    {
        var course = await PublishedCourse.AddAsync(app);
        await using var visit = await Visit.StartAsync(chromium, app, course.Learner);
        var page = visit.Page;
        await page.GotoAsync($"/modules/{course.ModuleId}/quiz?n=1");
        await page.Locator(".flag summary").ClickAsync();
        await page.GetByLabel("What is wrong with it?").SelectOptionAsync("severalRight");
        await page.GetByLabel("In your words").FillAsync("The second one is right as well.");
        await visit.Button("Report it").ClickAsync();
        await visit.SeeAsync(page.GetByText("You reported this question:"));
        await visit.LooksRightAsync();

        await using (var desk = await Visit.StartAsync(chromium, app, course.Instructor))
        {
            await desk.Page.GotoAsync($"/teach/modules/{course.ModuleId}");
            await desk.SeeAsync(desk.Page.GetByText("1 learner says this question is wrong"));
            await desk.Page.GotoAsync($"/teach/{course.Course.Id}/review?doubted=true");
            await desk.SeeAsync(desk.Page.GetByText("1 question reported by learners"));
            await desk.SeeAsync(desk.Page.GetByText("The second one is right as well."));
            await desk.LooksRightAsync();
            await desk.Page.GetByLabel("Your answer, shown to the learner").FillAsync("It names the case, not the kind.");
            await desk.Button("Answer and close").ClickAsync();
            await Assertions.Expect(desk.Page.GetByText("The second one is right as well.")).ToHaveCountAsync(0);
        }

        await page.GotoAsync($"/modules/{course.ModuleId}/quiz?n=99");
        await visit.Button("Hand in").ClickAsync();
        await visit.SeeAsync(page.GetByText("It names the case, not the kind."));
        await visit.LooksRightAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class ALearner(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task Registers_enrols_reads_and_passes_from_lesson_to_result_by_keyboard()
    {
        await using var visit = await Visit.StartAsync(chromium, app);
        var page = visit.Page;

        await page.GotoAsync("/register");
        await page.GetByLabel("Name").FillAsync("Rosalind Reader");
        await page.GetByLabel("E-mail").FillAsync($"{Guid.NewGuid():N}@example.org");
        await page.GetByLabel("Password").FillAsync(TutorApp.Password);
        await visit.Button("Create account").ClickAsync();
        await visit.LooksRightAsync();
        await page.Locator(".course", new() { HasText = "The Living Cell" }).GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await visit.SeeAsync(visit.Link("Open the lesson"));
        await visit.LooksRightAsync();

        await page.GotoAsync($"/modules/{app.ModuleId}");
        await page.Locator("a.citation").First.ClickAsync();
        await visit.SeeAsync(page.Locator("#side-source canvas"));
        await visit.SeeAsync(page.Locator("#side-source .page-view mark").First);
        await visit.LooksRightAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#side-source")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("a.citation").First).ToBeFocusedAsync();

        await visit.Link("Take the quiz").ClickAsync();
        await visit.SeeAsync(page.Locator(".option").First);
        await visit.LooksRightAsync();
        var questions = await page.Locator(".dots li").CountAsync();
        for (var n = 1; n <= questions; n++)
        {
            await visit.SeeAsync(page.GetByText($"Question {n} of {questions}"));
            await page.Keyboard.PressAsync("1");
            await page.Keyboard.PressAsync("Enter");
        }
        await visit.SeeAsync(visit.Heading("All questions are answered"));
        await page.Keyboard.PressAsync("Enter");

        await visit.SeeAsync(page.GetByText($"out of {questions}"));
        Assert.Equal(questions, await page.Locator(".answers .key").CountAsync());
        Assert.Equal(0, await page.GetByText("Not answered:").CountAsync());
        await visit.LooksRightAsync();
        await page.Locator("a[data-source]").First.ClickAsync();
        await visit.SeeAsync(page.Locator("#side-source canvas"));
    }

    [Fact]
    public async Task Types_ahead_of_a_slow_connection_and_every_answer_counts_for_its_question()
    {
        var learner = await app.AddLearnerAsync();
        await using var visit = await Visit.StartAsync(chromium, app, learner);
        var page = visit.Page;
        await page.GotoAsync($"/modules/{app.ModuleId}/quiz?n=1");
        var questions = await page.Locator(".dots li").CountAsync();
        await page.RouteAsync("**/quiz*", async route =>
        {
            await Task.Delay(150);
            await route.ContinueAsync();
        });

        for (var n = 1; n <= questions; n++)
            foreach (var key in new[] { "2", "Enter" }) await page.Keyboard.PressAsync(key);
        await visit.SeeAsync(visit.Heading("All questions are answered"), 20);

        await using var db = app.NewContext();
        var quiz = await db.Quizzes.Include(q => q.Items).ThenInclude(i => i.Revision).SingleAsync(q => q.LearnerId == learner.Id, TestContext.Current.CancellationToken);
        Assert.All(quiz.Items, i => Assert.Equal(Review.RevisionBodies.As<Review.ItemBody>(i.Revision!).Choices[1].Id, i.SavedChoiceId));
    }

    [Fact]
    public async Task Changes_how_a_lesson_is_told_in_place_and_it_stays_so()
    {
        var learner = await app.AddLearnerAsync();
        await using var visit = await Visit.StartAsync(chromium, app, learner);
        await visit.Page.GotoAsync($"/modules/{app.ModuleId}");

        await visit.Button("Outline").ClickAsync();
        await Assertions.Expect(visit.Button("Outline")).ToHaveAttributeAsync("aria-pressed", "true");

        await visit.Page.GotoAsync("/preferences");
        await Assertions.Expect(visit.Page.GetByLabel("Outline")).ToBeCheckedAsync();
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Who_signs_out_comes_back_to_the_door()
    {
        var learner = await app.AddLearnerAsync();
        await using var visit = await Visit.StartAsync(chromium, app, learner);

        await visit.Page.Locator(".account summary").ClickAsync();
        await visit.Button("Sign out").ClickAsync();
        await visit.Page.GotoAsync($"/courses/{app.CourseId}");

        await visit.SeeAsync(visit.Heading("Sign in"));
        Assert.Contains(Uri.EscapeDataString($"/courses/{app.CourseId}"), visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_words()
    {
        var learner = await app.AddLearnerAsync();
        await using var visit = await Visit.StartAsync(chromium, app);

        await visit.SignInAsync(learner.Email, "not the password");

        await visit.SeeAsync(visit.Page.GetByText("The e-mail address or the password is not right"));
        await visit.LooksRightAsync();
        visit.ForgetComplaints(); // The browser notes the refusal.
    }
}

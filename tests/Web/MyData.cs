using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class MyData(Chromium chromium, CellsApp app)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1024, false)]
    public async Task It_looks_right(int width, bool dark)
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), width, dark: dark);
        await visit.Page.GotoAsync("/me");
        await visit.Page.GetByText("Delete my account").First.ClickAsync();
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task A_person_renames_themselves_takes_their_data_along_and_signs_out_elsewhere()
    {
        var learner = await app.AddLearnerAsync();
        await using var other = await Visit.StartAsync(chromium, app, learner);
        await using var visit = await Visit.StartAsync(chromium, app, learner);
        var page = visit.Page;
        await page.GotoAsync("/me");
        await page.GetByLabel("Name").FillAsync("Barbara McClintock");
        await visit.Button("Save").ClickAsync();
        await visit.SeeAsync(page.Locator(".notice", new() { HasText = "Saved." }));
        await Assertions.Expect(page.Locator(".account .menu p")).ToHaveTextAsync("Barbara McClintock");

        await visit.SeeAsync(page.GetByText("Here, since"));
        await visit.SeeAsync(page.GetByText("Chrome, Linux").First);
        await visit.Button("Sign out everywhere else").ClickAsync();
        await visit.SeeAsync(page.GetByText("Signed out in"));
        await other.Page.GotoAsync("/me");
        await other.SeeAsync(other.Heading("Sign in"));

        var download = await page.RunAndWaitForDownloadAsync(() => visit.Link("Download my data").ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var data = await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Barbara McClintock", data.RootElement.GetProperty("account").GetProperty("name").GetString());
        Assert.Equal("The Living Cell", data.RootElement.GetProperty("courses")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_person_leaves_with_their_password_and_nothing_of_theirs_stays()
    {
        var course = await PublishedCourse.AddAsync(app);
        await using var visit = await Visit.StartAsync(chromium, app, course.Learner);
        var page = visit.Page;
        await page.GotoAsync($"/modules/{course.ModuleId}/quiz?n=99");
        await visit.Button("Hand in").ClickAsync();
        await visit.SeeAsync(page.GetByText("out of"));

        await page.GotoAsync("/me");
        await page.GetByText("Delete my account").First.ClickAsync();
        await page.GetByLabel("Your password").FillAsync("not my password");
        await visit.Button("Delete my account").ClickAsync();
        await visit.SeeAsync(page.GetByText("This is not your password. Nothing was deleted."));
        await visit.LooksRightAsync();
        visit.ForgetComplaints(); // The browser notes the refusal.
        await page.GetByLabel("Your password").FillAsync(TutorApp.Password);
        await visit.Button("Delete my account").ClickAsync();

        await visit.SeeAsync(page.GetByText("Your account is deleted"));
        await using var db = app.NewContext();
        Assert.False(await db.Users.AnyAsync(u => u.Id == course.Learner.Id, TestContext.Current.CancellationToken));
        Assert.False(await db.Attempts.AnyAsync(a => a.LearnerId == course.Learner.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_courses_only_instructor_is_told_what_to_do_first()
    {
        var course = await PublishedCourse.AddAsync(app);
        await using var visit = await Visit.StartAsync(chromium, app, course.Instructor);
        await visit.Page.GotoAsync("/me");
        await visit.Page.GetByText("Delete my account").First.ClickAsync();
        await visit.Page.GetByLabel("Your password").FillAsync(TutorApp.Password);
        await visit.Button("Delete my account").ClickAsync();

        await visit.SeeAsync(visit.Page.GetByText("Give it another instructor or delete it"));
        visit.ForgetComplaints(); // The browser notes the refusal.
    }
}

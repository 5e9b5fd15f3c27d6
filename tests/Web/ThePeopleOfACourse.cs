using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class ThePeopleOfACourse(Chromium chromium, CellsApp app)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_class_comes_in_by_list_and_one_of_it_is_removed_and_brought_back(bool script)
    {
        var (instructor, learner) = (await app.AddPersonAsync("instructor"), await app.AddPersonAsync());
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await using var visit = await Visit.StartAsync(chromium, app, instructor, script: script);
        await visit.Page.GotoAsync($"/teach/{course.Id}/people");
        await visit.SeeAsync(visit.Heading("Nobody is enrolled yet"));
        if (script) await visit.LooksRightAsync();

        await visit.Page.GetByLabel("Addresses or class list").FillAsync($"Ada Lovelace <{learner.Email}>\nlater-{learner.Email}\nnobody at all");
        await visit.Page.Locator("form", new() { HasText = "Addresses or class list" }).GetByRole(AriaRole.Button, new() { Name = "Enrol" }).ClickAsync();
        await visit.SeeAsync(visit.Page.GetByText("Line 3: “nobody at all”"));
        await visit.SeeAsync(visit.Heading("Enrolled when they register"));
        await Assertions.Expect(visit.Page.GetByLabel("Addresses or class list")).ToHaveValueAsync("nobody at all");
        if (script) await visit.LooksRightAsync();

        await visit.Button($"Remove Somebody New ({learner.Email})").ClickAsync();
        await visit.SeeAsync(visit.Page.GetByText("is no longer in the course"));
        if (script) await visit.LooksRightAsync();
        await visit.Button("Undo").ClickAsync();
        await visit.SeeAsync(visit.Button($"Remove Somebody New ({learner.Email})"));
    }

    [Fact]
    public async Task Somebody_new_follows_the_link_registers_and_joins()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await using var staff = await Visit.StartAsync(chromium, app, instructor);
        await staff.Page.GotoAsync($"/teach/{course.Id}/people");
        await staff.Button("Make a link").ClickAsync();
        var link = await staff.Page.GetByLabel("The course’s join link").InputValueAsync();
        await staff.LooksRightAsync();

        await using var visit = await Visit.StartAsync(chromium, app);
        await visit.Page.GotoAsync(link);
        await visit.LooksRightAsync();
        await visit.Link("Create an account").ClickAsync();
        await visit.Page.GetByLabel("Name").FillAsync("Rosalind Reader");
        await visit.Page.GetByLabel("E-mail").FillAsync($"{Guid.NewGuid():N}@example.org");
        await visit.Page.GetByLabel("Password").FillAsync(TutorApp.Password);
        await visit.Button("Create account").ClickAsync();
        await visit.Button("Join the course").ClickAsync();
        await visit.SeeAsync(visit.Page.GetByText("You have joined the course."));

        await staff.Button("Switch off").ClickAsync();
        await visit.Page.GotoAsync(link);
        await visit.SeeAsync(visit.Heading("This link does not work"));
        await visit.LooksRightAsync();
        visit.ForgetComplaints(); // The browser notes the 404.
    }

    [Fact]
    public async Task A_second_instructor_is_added_and_a_learner_is_told_why_not()
    {
        var (instructor, second, learner) = (await app.AddPersonAsync("instructor"), await app.AddPersonAsync("instructor"), await app.AddPersonAsync());
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        await visit.Page.GotoAsync($"/teach/{course.Id}/people");

        await visit.Page.GetByLabel("Add an instructor").FillAsync(learner.Email);
        await visit.Button("Add").ClickAsync();
        await visit.SeeAsync(visit.Page.GetByText("Ask an administrator to give it the role of an instructor"));
        await visit.LooksRightAsync();
        await visit.Page.GetByLabel("Add an instructor").FillAsync(second.Email);
        await visit.Button("Add").ClickAsync();
        await visit.SeeAsync(visit.Page.GetByText("teaches this course now"));
        await visit.Page.Locator(".team").GetByText(second.Email).WaitForAsync();
        await visit.LooksRightAsync();
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed partial class AnInstructor(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task Makes_a_course_of_a_file_and_publishes_it()
    {
        var instructor = await app.AddPersonAsync("instructor");
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        var page = visit.Page;

        await visit.Link("New course").First.ClickAsync();
        await page.GetByLabel("Title").FillAsync("Cells for beginners");
        await visit.Button("Create course").ClickAsync();
        await visit.SeeAsync(visit.Heading("Nothing here yet"));
        await Assertions.Expect(page.Locator(".steps [aria-current=step]")).ToContainTextAsync("Upload");

        await page.SetInputFilesAsync("#file", Samples.PathOf(Path.Combine("source", "1-cells.md")));
        await visit.SeeAsync(page.Locator("#sources .badge.good"), 60);
        await visit.LooksRightAsync();
        await visit.Link("To the outline").ClickAsync();
        await visit.Button("Make an outline").ClickAsync();
        await visit.SeeAsync(page.Locator(".module-row").First, 60);
        var course = CourseId().Match(page.Url).Groups[1].Value;
        await app.WrittenAsync(Guid.Parse(course));
        await page.ReloadAsync();

        var modules = page.Locator(".module-row h3 a");
        var (first, second) = (await modules.Nth(0).InnerTextAsync(), await modules.Nth(1).InnerTextAsync());
        await visit.Button($"Move {first} down").ClickAsync();
        await Assertions.Expect(modules.Nth(0)).ToHaveTextAsync(second);
        await visit.Button($"Accept {second}").ClickAsync();
        await visit.SeeAsync(page.Locator(".module-row").First.GetByText("Accepted"));
        await visit.LooksRightAsync();

        await modules.Nth(0).ClickAsync();
        var item = page.Locator("article.item").First;
        await visit.SeeAsync(item.GetByText("What proves the key"));
        await visit.LooksRightAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await visit.SeeAsync(item.Locator(".badge", new() { HasText = "Accepted" }));
        await item.Locator(".evidence a[data-source]").First.ClickAsync();
        await visit.SeeAsync(page.Locator("#side-source mark").First);

        await page.GotoAsync($"/teach/{course}/publish");
        await visit.LooksRightAsync();
        await visit.Button("Publish").ClickAsync();
        await visit.SeeAsync(page.GetByText("Version 1 is published."));
        Assert.Equal(0, await page.Locator(".steps").CountAsync());

        await page.GotoAsync($"/teach/{course}/outline");
        page.Dialog += (_, question) => _ = question.AcceptAsync();
        var count = await modules.CountAsync();
        await visit.Button($"Remove {await modules.Nth(0).InnerTextAsync()}").ClickAsync();
        await Assertions.Expect(modules).ToHaveCountAsync(count - 1);
        await page.GotoAsync($"/teach/{course}/publish");
        await visit.SeeAsync(page.Locator(".differences").GetByText("Taken out"));
        await visit.LooksRightAsync();
        await visit.Button("Publish version 2").ClickAsync();
        await visit.Button("Undo").ClickAsync();
        await visit.SeeAsync(page.GetByText("Learners see what version 1 held. It is version 3 now."));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Finds_a_passage_and_opens_its_page()
    {
        await using var visit = await Visit.StartAsync(chromium, app, app.Instructor);

        await visit.Page.GotoAsync($"/teach/{app.CourseId}/search?q=sodium-potassium+pump");
        await visit.Page.Locator(".passage a").First.ClickAsync();

        await visit.SeeAsync(visit.Page.Locator("#side-source canvas"));
        await visit.SeeAsync(visit.Page.Locator("#side-source .page-view mark").First);
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Is_told_beside_the_name_why_a_file_is_not_taken()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        await visit.Page.GotoAsync($"/teach/{course.Id}");

        await visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = "setup.pdf", MimeType = "application/pdf", Buffer = "MZ this is a program"u8.ToArray() });

        await visit.SeeAsync(visit.Page.Locator(".uploads .error"));
        Assert.NotEqual("", await visit.Page.Locator(".uploads .error").InnerTextAsync());
        visit.ForgetComplaints(); // The browser notes the refusal.
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Finds_every_component_in_every_state_on_one_page(int width, ColorScheme scheme)
    {
        await using var visit = await Visit.StartAsync(chromium, app, app.Instructor, width);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

        await visit.Page.GotoAsync("/design");

        await visit.SeeAsync(visit.Heading("Fields"));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Replaces_a_file_after_seeing_what_cites_its_words()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await course.IngestAsync("cells.md", "# Cells\n\nThe nucleus holds most of the DNA of a cell.\n");
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        var page = visit.Page;
        await page.GotoAsync($"/teach/{course.Id}");
        await visit.Link("Replace cells.md").ClickAsync();
        await visit.LooksRightAsync();

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "cells-2.md", MimeType = "text/markdown", Buffer = "# Cells\n\nThe nucleus holds nearly all of the DNA of a cell.\n"u8.ToArray() });
        await visit.Button("Upload and compare").ClickAsync();
        await visit.SeeAsync(page.GetByText("Nothing cites the old file."), 60);
        await visit.LooksRightAsync();
        await visit.Button("Replace it").ClickAsync();

        await visit.SeeAsync(page.GetByText("“cells-2.md” took the place of “cells.md”."));
        Assert.Equal(0, await page.Locator(".source .name", new() { HasText = "cells.md" }).CountAsync());
    }

    [GeneratedRegex("/teach/([0-9a-f-]{36})")]
    private static partial Regex CourseId();
}

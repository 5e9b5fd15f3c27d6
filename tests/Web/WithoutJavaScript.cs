using Xunit;

namespace Tutor;

public sealed class WithoutJavaScript(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task A_citation_leads_to_the_page_as_text_with_the_quote_marked()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), script: false);
        await visit.Page.GotoAsync($"/modules/{app.ModuleId}");

        await visit.Page.Locator("a.citation").First.ClickAsync();
        var quote = await visit.Page.Locator("#c1 q").InnerTextAsync();
        await visit.Page.Locator("#c1 a").ClickAsync();

        Assert.Contains("/pages/", visit.Page.Url, StringComparison.Ordinal);
        var marked = string.Join(" ", await visit.Page.Locator("mark").AllInnerTextsAsync());
        Assert.Equal(quote.Trim('“', '”'), marked, ignoreLineEndingDifferences: true, ignoreWhiteSpaceDifferences: true);
    }

    [Fact]
    public async Task A_quiz_is_answered_and_handed_in()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), script: false);
        var page = visit.Page;
        await page.GotoAsync($"/modules/{app.ModuleId}/quiz");

        for (var left = await page.Locator(".dots li").CountAsync(); left > 0; left--)
        {
            await page.Locator(".option input").First.CheckAsync();
            await page.Keyboard.PressAsync("Enter"); // goes on, not back
        }
        await visit.SeeAsync(visit.Heading("All questions are answered"));
        await visit.Button("Hand in").ClickAsync();

        await visit.SeeAsync(page.GetByText("out of"));
    }

    [Fact]
    public async Task A_file_is_uploaded_by_the_plain_form()
    {
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await using var visit = await Visit.StartAsync(chromium, app, instructor, script: false);
        await visit.Page.GotoAsync($"/teach/{course.Id}");

        await visit.Page.SetInputFilesAsync("#file", Samples.PathOf(Path.Combine("source", "2-organelles.md")));
        await visit.Button("Upload").ClickAsync();

        await visit.SeeAsync(visit.Page.Locator("#sources").GetByText("2-organelles.md"));
    }
}

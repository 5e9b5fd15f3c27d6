using Microsoft.Playwright;
using Xunit;

namespace Tutor;

public sealed class AskingTheTutor(Chromium chromium, CellsApp app)
{
    private const string Question = "What is a cell?";

    [Fact]
    public async Task Beside_a_lesson_the_answer_comes_with_citations_that_open_the_page_also_after_a_reload()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync());
        var page = visit.Page;
        await page.GotoAsync($"/modules/{app.ModuleId}");
        await AskAsync(visit, Question);

        await visit.SeeAsync(page.Locator(".talk .answer a.citation[href]").First);
        await visit.SeeAsync(page.Locator("[data-quota]").GetByText("left until"));
        await visit.LooksRightAsync();
        await page.ReloadAsync();
        await visit.SeeAsync(page.Locator(".talk .question").GetByText(Question));
        await page.Locator(".talk .answer a.citation[href]").First.ClickAsync();

        await visit.SeeAsync(page.Locator("#side-source mark").First);
    }

    [Fact]
    public async Task What_the_material_does_not_cover_is_said_with_the_nearest_passages()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync());
        await visit.Page.GotoAsync($"/modules/{app.ModuleId}");

        await AskAsync(visit, "Who won the football world cup in 2018?");

        await visit.SeeAsync(visit.Page.Locator(".talk .answer").GetByText("Your material does not cover this"));
        await visit.SeeAsync(visit.Page.Locator(".talk .nearest a").First);
    }

    [Fact]
    public async Task Beside_a_question_there_are_steps_of_help()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync());
        var page = visit.Page;
        await page.GotoAsync($"/modules/{app.ModuleId}/quiz");
        await page.GetByText("Help with this question").ClickAsync();
        await visit.Button("Where to look").ClickAsync();

        await visit.SeeAsync(page.Locator(".talk .answer").GetByText("Look again at page"));
        await AskAsync(visit, "What is the right answer?", open: false);
        await visit.SeeAsync(page.Locator(".talk .answer").GetByText("I do not answer it before you hand in"));
        await visit.LooksRightAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_page_of_its_own_conversations_are_listed_opened_and_deleted(bool script)
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), script: script);
        var page = visit.Page;
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GotoAsync($"/courses/{app.CourseId}/tutor");
        await AskAsync(visit, Question, open: false);
        await visit.SeeAsync(page.Locator(".talk .answer a.citation[href]").First);

        await page.GotoAsync($"/courses/{app.CourseId}/tutor");
        await page.Locator(".chats").GetByRole(AriaRole.Link, new() { Name = Question }).ClickAsync();
        await visit.SeeAsync(page.Locator(".talk .answer a.citation[href]").First);
        if (script) await visit.LooksRightAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Delete “{Question}”" }).ClickAsync();

        await visit.SeeAsync(page.GetByText("The conversation is deleted."));
        Assert.Equal(0, await page.Locator(".chats").CountAsync());
    }

    [Fact]
    public async Task Without_a_script_a_citation_leads_to_the_page_with_the_quote_marked()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), script: false);
        await visit.Page.GotoAsync($"/modules/{app.ModuleId}");
        await AskAsync(visit, Question);

        await visit.Page.Locator(".talk .answer a.citation").First.ClickAsync();

        Assert.Contains("/pages/", visit.Page.Url, StringComparison.Ordinal);
        await visit.SeeAsync(visit.Page.Locator("mark").First);
    }

    private static async Task AskAsync(Visit visit, string question, bool open = true)
    {
        if (open) await visit.Page.Locator("[data-tutor] summary").First.ClickAsync();
        await visit.Page.GetByLabel("Your question").FillAsync(question);
        await visit.Button("Ask").ClickAsync();
    }
}

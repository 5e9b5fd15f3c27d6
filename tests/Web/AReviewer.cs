using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tutor.Review;
using Xunit;

namespace Tutor;

/// <summary>An instructor going through what was written.</summary>
public sealed class AReviewer(Chromium chromium, CellsApp app)
{
    [Fact]
    public async Task Goes_through_questions_by_keyboard_and_takes_a_decision_back()
    {
        var (instructor, course) = await ACourseOfItsOwnAsync();
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        var page = visit.Page;
        await page.GotoAsync($"/teach/{course.Id}/review");
        var (first, second, third) = (await IdAsync(page, 0), await IdAsync(page, 1), await IdAsync(page, 2));
        await visit.SeeAsync(page.Locator($"#item-{first}"));
        await visit.LooksRightAsync();

        await page.Keyboard.PressAsync("a");
        await visit.SeeAsync(StateOf(page, first, "Accepted"));
        await visit.SeeAsync(page.Locator($"#item-{second}"));
        await page.Keyboard.PressAsync("r");
        await visit.SeeAsync(StateOf(page, second, "Rejected"));
        await visit.SeeAsync(page.Locator($"#item-{third}"));
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator($"#edit-stem-{third}")).ToBeFocusedAsync();
        await page.GetByLabel("Choose: ").First.FocusAsync(); // Out of the field, where letters are text.
        await page.Keyboard.PressAsync("u");

        await visit.SeeAsync(page.GetByText("Taken back."));
        Assert.Equal((ReviewState.Accepted, ReviewState.Proposed, ReviewState.Proposed), (await StateAsync(first), await StateAsync(second), await StateAsync(third)));
        await visit.LooksRightAsync();
    }

    [Fact]
    public async Task Decides_on_many_at_once_and_undoes_that()
    {
        var (instructor, course) = await ACourseOfItsOwnAsync();
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        var page = visit.Page;
        await page.GotoAsync($"/teach/{course.Id}/review");
        var count = course.Modules.Sum(m => m.Items.Count);

        await page.GetByLabel("All on this page").CheckAsync();
        await visit.SeeAsync(page.GetByText($"{count} chosen"));
        await visit.Button("Accept chosen").ClickAsync();
        await visit.SeeAsync(page.GetByText($"{count} questions accepted."));
        await visit.SeeAsync(page.GetByText("Every question has been looked at."));
        await visit.LooksRightAsync();
        await visit.Button("Undo").ClickAsync();

        await visit.SeeAsync(page.GetByText($"{count} of {count} questions to review"));
    }

    [Fact]
    public async Task Is_told_when_nothing_was_chosen_also_without_script()
    {
        var (instructor, course) = await ACourseOfItsOwnAsync();
        await using var visit = await Visit.StartAsync(chromium, app, instructor, script: false);
        await visit.Page.GotoAsync($"/teach/{course.Id}/review");

        await visit.Button("Reject chosen").ClickAsync();
        await visit.SeeAsync(visit.Page.GetByText("No question was chosen."));
        var first = await IdAsync(visit.Page, 0);
        await visit.Page.GetByLabel("Choose: ").First.CheckAsync();
        await visit.Button("Reject chosen").ClickAsync();

        await visit.SeeAsync(visit.Page.GetByText("1 question rejected."));
        Assert.Equal(ReviewState.Rejected, await StateAsync(first));
    }

    [Fact]
    public async Task Edits_a_lesson_sentence_by_sentence()
    {
        await using var visit = await Visit.StartAsync(chromium, app, app.Instructor);
        var page = visit.Page;
        await page.GotoAsync($"/teach/modules/{app.ModuleId}");
        await visit.Link("Edit the lesson").ClickAsync();
        await visit.LooksRightAsync();
        var last = page.GetByLabel("Leave out").Last;
        var gone = await page.Locator(".sentence:has([type=checkbox]) textarea").Last.InputValueAsync();

        var heading = page.GetByLabel("Heading").First;
        await page.GetByLabel("Sentence 1", new() { Exact = true }).FillAsync("Zebras play chess on the moon.");
        await visit.Button("Save the lesson").ClickAsync();
        await visit.SeeAsync(page.GetByText("The edit does not pass the checks"));
        await Assertions.Expect(page.GetByLabel("Sentence 1", new() { Exact = true })).ToHaveValueAsync("Zebras play chess on the moon.");
        visit.ForgetComplaints(); // The browser notes the refusal.

        await page.GotoAsync($"/teach/modules/{app.ModuleId}/lesson");
        await heading.FillAsync("In one breath");
        await page.ReloadAsync(); // Whoever leaves in the middle finds what they had.
        await Assertions.Expect(heading).ToHaveValueAsync("In one breath");
        await last.CheckAsync();
        await visit.Button("Save the lesson").ClickAsync();
        await visit.SeeAsync(page.GetByText("The lesson is changed."));
        await page.GotoAsync($"/teach/modules/{app.ModuleId}/lesson");
        await Assertions.Expect(heading).ToHaveValueAsync("In one breath");
        Assert.DoesNotContain(gone, await page.Locator(".sentence:has([type=checkbox]) textarea").EvaluateAllAsync<string[]>("all => all.map(e => e.value)"));
    }

    [Fact]
    public async Task Asks_for_another_question_instead()
    {
        await using var db = app.NewContext();
        var module = await db.Reviewables.Where(r => r.CourseId == app.CourseId && r.Kind == ReviewableKind.Item && r.ModuleId != app.ModuleId)
            .GroupBy(r => r.ModuleId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(TestContext.Current.CancellationToken);
        await using var visit = await Visit.StartAsync(chromium, app, app.Instructor);
        var page = visit.Page;
        await page.GotoAsync($"/teach/modules/{module}");
        var items = page.Locator("article.item");
        var before = await items.CountAsync();

        await items.First.GetByRole(AriaRole.Button, new() { Name = "Another instead" }).ClickAsync();
        await visit.SeeAsync(items.First.Locator(".badge", new() { HasText = "Rejected" }));
        await app.WrittenAsync(app.CourseId);
        await page.ReloadAsync();

        Assert.InRange(await items.CountAsync(), before, before + 1); // one more, where the material carries one
        await visit.SeeAsync(items.Last.Locator(".badge", new() { HasText = "Rejected" }));
    }

    [Fact]
    public async Task Drags_a_module_to_its_place_and_joins_it_with_the_next()
    {
        var instructor = await app.AddPersonAsync("instructor");
        await using var db = app.NewContext();
        var course = await WrittenCourse.AddAsync(db, instructor.Id, 3, 2);
        await using var visit = await Visit.StartAsync(chromium, app, instructor);
        var page = visit.Page;
        await page.GotoAsync($"/teach/{course.Id}/outline");
        var rows = page.Locator(".module-row");

        await rows.Nth(2).Locator(".aims").DragToAsync(rows.Nth(0), new() { TargetPosition = new() { X = 40, Y = 4 } });
        await Assertions.Expect(rows.Nth(0).Locator("h3")).ToHaveTextAsync("Module 3");
        await rows.Nth(0).Locator("h3 a").ClickAsync();
        await page.GetByText("Join or divide").ClickAsync();
        await visit.LooksRightAsync();
        await visit.Button("Take in the next module").ClickAsync();

        await visit.SeeAsync(page.GetByText("4 questions"));
        await page.GotoAsync($"/teach/{course.Id}/outline");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
    }

    private async Task<(Person Instructor, WrittenCourse Course)> ACourseOfItsOwnAsync()
    {
        var instructor = await app.AddPersonAsync("instructor");
        await using var db = app.NewContext();
        return (instructor, await WrittenCourse.AddAsync(db, instructor.Id, 1, 6));
    }

    private static async Task<Guid> IdAsync(IPage page, int nth) => Guid.Parse((await page.Locator(".desk article.item").Nth(nth).GetAttributeAsync("id"))!["item-".Length..]);

    private static ILocator StateOf(IPage page, Guid item, string words) => page.Locator($"#state-{item}", new() { HasText = words });

    private async Task<ReviewState> StateAsync(Guid item)
    {
        await using var db = app.NewContext();
        return await db.Reviewables.Where(r => r.Id == item).Select(r => r.State).SingleAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tutor.Review;
using Xunit;

namespace Tutor;

public sealed class ReadingALesson(Chromium chromium, CellsApp app)
{
    private string Lesson => app.In("/modules/{module}");

    [Theory]
    [InlineData(390, false)]
    [InlineData(1024, true)]
    [InlineData(1600, false)]
    [InlineData(1600, true)]
    public async Task It_looks_right_before_and_after_the_question_in_it(int width, bool dark)
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), width, dark: dark);
        await visit.Page.GotoAsync(Lesson);
        await visit.LooksRightAsync();
        Assert.Equal("en", await visit.Page.Locator(".lesson").GetAttributeAsync("lang"));

        await visit.Page.Locator(".references summary").ClickAsync();
        await visit.Page.Locator("#check .option").First.ClickAsync();
        await visit.Button("Check").ClickAsync();
        await visit.SeeAsync(visit.Page.Locator("#check .told"));
        await visit.LooksRightAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_in_between_is_answered_in_place_and_its_key_is_not_there_before(bool script)
    {
        var learner = await app.AddLearnerAsync();
        await using var visit = await Visit.StartAsync(chromium, app, learner, script: script);
        var page = visit.Page;
        await page.GotoAsync(Lesson);
        var item = await ItemAsync(Guid.Parse((await page.Locator("#check input[name=check]").GetAttributeAsync("value"))!));
        var (key, wrong) = (item.Choices.Single(c => c.IsKey), item.Choices.First(c => !c.IsKey));
        var before = await page.ContentAsync();
        Assert.DoesNotContain("Right answer", before, StringComparison.Ordinal);
        // The key is one of the values to choose from, and nowhere else.
        Assert.Equal(2, before.Split(key.Id.ToString()).Length);

        await page.Locator($"#check input[value='{wrong.Id}']").CheckAsync();
        await visit.Button("Check").ClickAsync();

        await visit.SeeAsync(page.GetByText("Not quite."));
        Assert.Contains(key.Text, await page.Locator("#check .answers .key").InnerTextAsync(), StringComparison.Ordinal);
        await visit.SeeAsync(page.Locator("#check .quote a[data-source]").First);
        await using var db = app.NewContext();
        Assert.False(await db.Mastery.AnyAsync(m => m.LearnerId == learner.Id && m.Observations > 0, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_quiz_asks_is_not_asked_in_the_lesson_nor_told_to_who_asks_for_it_by_address()
    {
        var learner = await app.AddLearnerAsync();
        using var client = await PageClient.StartAsync(app, learner);
        var asked = (await client.GetAsync(Lesson)).Body;
        await client.GetAsync(Lesson + "/quiz");

        await using var db = app.NewContext();
        var items = await db.Quizzes.Where(q => q.LearnerId == learner.Id).SelectMany(q => q.Items).ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.DoesNotContain(i.ItemId.ToString(), asked, StringComparison.Ordinal));
        var body = await ItemAsync(items[0].ItemId);
        var answered = (await client.GetAsync($"{Lesson}?check={items[0].ItemId}&choice={body.Choices[0].Id}")).Body;
        Assert.DoesNotContain(body.Choices.Single(c => c.IsKey).Id.ToString(), answered, StringComparison.Ordinal);
        Assert.DoesNotContain("Right answer", answered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citations_words_come_on_hover_and_on_focus_move_nothing_and_go_on_Escape()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync());
        var page = visit.Page;
        await page.GotoAsync(Lesson);
        var (number, tip) = (page.Locator("a.citation").Nth(1), page.Locator("#quote-tip"));
        var (quote, before) = (await page.Locator("#c2 q").TextContentAsync(), await TopOfEndAsync(page));

        await number.HoverAsync();
        await Assertions.Expect(tip).ToContainTextAsync(quote!);
        Assert.Equal(before, await TopOfEndAsync(page));
        await visit.LooksRightAsync();
        await tip.HoverAsync(); // one can go to the words and read on
        await Assertions.Expect(tip).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).ToBeHiddenAsync();

        await page.Locator("a.citation").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(tip).ToContainTextAsync(quote!);
        await Assertions.Expect(number).ToHaveAttributeAsync("aria-describedby", "quote-tip");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await visit.SeeAsync(page.Locator("#side-source canvas"));
    }

    [Fact]
    public async Task The_first_touch_shows_the_words_and_the_second_the_page()
    {
        await using var visit = await Visit.StartAsync(chromium, app, await app.AddLearnerAsync(), width: 390, touch: true);
        await visit.Page.GotoAsync(Lesson);

        await visit.Page.Locator("a.citation").First.TapAsync();
        await visit.SeeAsync(visit.Page.Locator("#quote-tip"));
        await Assertions.Expect(visit.Page.Locator("#side-source")).ToBeHiddenAsync();
        await visit.Page.Locator("a.citation").First.TapAsync();
        await visit.SeeAsync(visit.Page.Locator("#side-source canvas"));
    }

    [Fact]
    public async Task The_headings_stand_beside_the_text_where_there_is_room_and_are_folded_where_not()
    {
        var learner = await app.AddLearnerAsync();
        await using (var wide = await Visit.StartAsync(chromium, app, learner, width: 1600))
        {
            await wide.Page.GotoAsync(Lesson);
            var last = wide.Page.Locator(".toc a").Last;
            await last.ClickAsync();
            await Assertions.Expect(last).ToHaveAttributeAsync("aria-current", "location");
            await Assertions.Expect(last).ToBeInViewportAsync();
        }
        await using var small = await Visit.StartAsync(chromium, app, learner, width: 390, script: false);
        await small.Page.GotoAsync(Lesson);
        await Assertions.Expect(small.Page.Locator(".toc a").First).ToBeHiddenAsync();
        await small.Page.Locator(".toc summary").ClickAsync();
        await small.SeeAsync(small.Page.Locator(".toc a").First);
    }

    [Fact]
    public async Task The_place_is_found_again_on_another_device()
    {
        var learner = await app.AddLearnerAsync();
        await using (var visit = await Visit.StartAsync(chromium, app, learner))
        {
            await visit.Page.GotoAsync(Lesson);
            await visit.Page.Locator(".lesson h2").Last.ScrollIntoViewIfNeededAsync();
            await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Mouse.WheelAsync(0, 40), r => r.Url.Contains("handler=Place", StringComparison.OrdinalIgnoreCase) && r.Status == 204);
        }

        await using var other = await Visit.StartAsync(chromium, app, learner, width: 390);
        await other.Page.GotoAsync(Lesson);

        await other.SeeAsync(other.Page.GetByText("You are where you stopped reading."));
        Assert.True(await other.Page.EvaluateAsync<double>("scrollY") > 300);
        await other.LooksRightAsync();
        await other.Link("To the beginning").ClickAsync();
        await Assertions.Expect(other.Page.GetByText("You are where you stopped reading.")).ToBeHiddenAsync();
        Assert.Equal(0, await other.Page.EvaluateAsync<double>("scrollY"));
    }

    private static Task<double> TopOfEndAsync(IPage page) => page.EvaluateAsync<double>("document.querySelector('.references').getBoundingClientRect().top + scrollY");

    private async Task<ItemBody> ItemAsync(Guid id)
    {
        await using var db = app.NewContext();
        return (await db.Reviewables.Where(r => r.Id == id).Join(db.Revisions, r => r.RevisionId, v => v.Id, (r, v) => v).SingleAsync()).As<ItemBody>();
    }
}

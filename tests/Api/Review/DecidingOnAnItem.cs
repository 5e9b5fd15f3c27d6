using System.Net;
using System.Text.Json;
using Xunit;

namespace Tutor.Review;

public sealed class DecidingOnAnItem(TutorApp app)
{
    [Fact]
    public async Task It_is_accepted_with_who_and_why()
    {
        var (instructor, course) = await app.ACourseAsync();
        var id = course.Modules[0].Items[0].Id;

        await DecideAsync(instructor, id, new { verdict = "accept", reason = "Good." });

        var detail = await DetailAsync(instructor, id);
        Assert.Equal("accepted", detail.GetProperty("review").Text("state"));
        var decision = Assert.Single(detail.List("decisions"));
        Assert.Equal("Good.", decision.Text("reason"));
        Assert.Equal(instructor.Id, decision.Id("decidedById"));
    }

    [Fact]
    public async Task Pressing_twice_is_deciding_once()
    {
        var (instructor, course) = await app.ACourseAsync();
        var id = course.Modules[0].Items[0].Id;

        var decisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DecideAsync(instructor, id, new { verdict = "reject", reason = "No." })));

        Assert.Single(decisions.Select(d => d.Id()).Distinct());
        Assert.Single((await DetailAsync(instructor, id)).List("decisions"));
    }

    [Fact]
    public async Task An_edit_makes_a_revision_and_the_first_can_be_restored()
    {
        var (instructor, course) = await app.ACourseAsync();
        var item = course.Modules[0].Items[0];
        var content = new { choices = item.Body.Choices.Select((c, i) => new { id = c.Id, text = $"Another text {i}" }).ToArray() };

        await EditPastChecksAsync(instructor, item.Id, content);
        var edited = await DetailAsync(instructor, item.Id);
        Assert.Equal("edited", edited.GetProperty("review").Text("state"));
        Assert.Equal([2, 1], edited.List("revisions").Select(r => r.GetProperty("number").GetInt32()));
        var newest = edited.List("revisions").First();
        Assert.Equal("person", newest.Text("writer"));
        Assert.Equal(item.Body.Stem, newest.GetProperty("content").Text("stem"));
        Assert.Equal(item.Body.Choices.Select(c => c.Id), newest.GetProperty("content").List("choices").Select(c => c.Id()));
        Assert.Equal(item.Body.Choices.Select(c => c.IsKey), newest.GetProperty("content").List("choices").Select(c => c.GetProperty("isKey").GetBoolean()));

        var first = edited.List("revisions").Last();
        await (await instructor.Client.PostAsync($"/api/v1/reviews/{item.Id}/restorations", new { revisionId = first.Id() })).JsonAsync(HttpStatusCode.Created);

        var restored = (await DetailAsync(instructor, item.Id)).List("revisions").ToList();
        Assert.Equal(3, restored.Count);
        Assert.Equal(first.GetProperty("content").GetRawText(), restored[0].GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task The_newest_decision_can_be_taken_back_once_and_an_older_one_cannot()
    {
        var (instructor, course) = await app.ACourseAsync();
        var item = course.Modules[0].Items[0];
        var accepted = await DecideAsync(instructor, item.Id, new { verdict = "accept" });
        var choices = item.Body.Choices.Select((c, i) => new { id = c.Id, text = $"Another text {i}" }).ToArray();
        await EditPastChecksAsync(instructor, item.Id, new { choices });
        var edited = (await DetailAsync(instructor, item.Id)).List("decisions").First();

        await UndoAsync(accepted.Id(), HttpStatusCode.Conflict);
        await UndoAsync(edited.Id(), HttpStatusCode.NoContent);
        await UndoAsync(edited.Id(), HttpStatusCode.Conflict);

        var detail = await DetailAsync(instructor, item.Id);
        Assert.Equal("accepted", detail.GetProperty("review").Text("state"));
        Assert.Equal(item.Body.Choices.Select(c => c.Text), detail.GetProperty("review").GetProperty("revision").GetProperty("content").List("choices").Select(c => c.Text("text")));
        Assert.NotEqual(JsonValueKind.Null, detail.List("decisions").First().GetProperty("undoneAt").ValueKind);

        async Task UndoAsync(Guid decision, HttpStatusCode expected) =>
            Assert.Equal(expected, (await instructor.Client.DeleteAnswerAsync($"/api/v1/reviews/{item.Id}/decisions/{decision}")).StatusCode);
    }

    [Theory]
    [InlineData("""{"choices":[{"text":"a","isKey":true}]}""", "choices")]
    [InlineData("""{"choices":[{"text":"a"},{"text":"b"}]}""", "choices")]
    [InlineData("""{"choices":[{"text":"a","isKey":true},{"text":"b","isKey":true}]}""", "choices")]
    [InlineData("""{"choices":[{"text":"a","isKey":true},{"text":" A "}]}""", "choices")]
    [InlineData("""{"choices":[null,null]}""", "choices")]
    [InlineData("""{"citations":[null]}""", "citations")]
    [InlineData("""{"stem":" "}""", "stem")]
    [InlineData("""{"level":"guess"}""", "level")]
    [InlineData("""{"citations":[{"chunkId":"0f8fad5b-d9cb-469f-a165-70867728950e","quote":"Nobody said this"}]}""", "citations")]
    public async Task An_edit_of_the_wrong_form_is_told_by_field_and_stores_nothing(string content, string field)
    {
        var (instructor, course) = await app.ACourseAsync();
        var id = course.Modules[0].Items[0].Id;

        var answer = await instructor.Client.PostAsync($"/api/v1/reviews/{id}/decisions", new { verdict = "edit", content = JsonSerializer.Deserialize<JsonElement>(content) });

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field).EnumerateArray());
        Assert.Single((await DetailAsync(instructor, id)).List("revisions"));
    }

    [Theory]
    [InlineData("""{"verdict":"edit"}""", "unreadable-content")]
    [InlineData("""{"verdict":"edit","content":{"choices":7}}""", "unreadable-content")]
    [InlineData("""{"verdict":"perhaps"}""", "invalid-input")]
    [InlineData("""{}""", "invalid-input")]
    public async Task A_decision_that_is_none_is_refused(string body, string code)
    {
        var (instructor, course) = await app.ACourseAsync();
        await (await instructor.Client.PostAsync($"/api/v1/reviews/{course.Modules[0].Items[0].Id}/decisions", JsonSerializer.Deserialize<JsonElement>(body))).ProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_decision_on_a_revision_that_was_replaced_meanwhile_is_refused()
    {
        var (instructor, course) = await app.ACourseAsync();
        var item = course.Modules[0].Items[0];
        var seen = (await DetailAsync(instructor, item.Id)).List("revisions").First().Id();
        await (await instructor.Client.PostAsync($"/api/v1/reviews/{item.Id}/restorations", new { revisionId = seen })).JsonAsync(HttpStatusCode.Created);

        await (await instructor.Client.PostAsync($"/api/v1/reviews/{item.Id}/decisions", new { verdict = "accept", revisionId = seen })).ProblemAsync(HttpStatusCode.Conflict, "changed-meanwhile");
    }

    [Fact]
    public async Task The_queue_shows_what_is_proposed_in_the_courses_one_teaches()
    {
        var (instructor, course) = await app.ACourseAsync();
        var (_, other) = await app.ACourseAsync();
        await DecideAsync(instructor, course.Modules[0].Items[0].Id, new { verdict = "accept" });

        var proposed = await ListAsync(instructor, "state=proposed&kind=item");
        Assert.Equal(course.Modules[0].Items.Skip(1).Select(i => i.Id).Order(), proposed.Select(r => r.Id()).Order());
        Assert.All(proposed, r => Assert.NotEqual(other.Id, r.Id("courseId")));
        var admin = await app.AddPersonAsync("admin");
        Assert.Equal(6, (await ListAsync(admin, $"state=proposed&kind=item&courseId={other.Id}")).Count);
        var learner = await app.AddPersonAsync();
        await (await learner.Client.GetAnswerAsync("/api/v1/reviews?state=proposed")).ProblemAsync(HttpStatusCode.Forbidden, "instructors-only");
        await (await instructor.Client.GetAnswerAsync("/api/v1/reviews?state=maybe")).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
    }

    [Fact]
    public async Task Staff_see_a_modules_items_with_keys_and_evidence()
    {
        var (instructor, course) = await app.ACourseAsync();

        var items = (await (await instructor.Client.GetAnswerAsync($"/api/v1/modules/{course.Modules[0].Id}/items")).JsonAsync(HttpStatusCode.OK)).List("items").ToList();

        Assert.Equal(course.Modules[0].Items.Select(i => i.Id), items.Select(i => i.Id()));
        Assert.Equal(course.Modules[0].Items[0].Key, items[0].List("choices").Single(c => c.GetProperty("isKey").GetBoolean()).Id());
        Assert.NotEmpty(items[0].List("citations"));
        Assert.NotEmpty(items[0].List("checks"));
    }

    // The item's words are no real question of the material, so this edit is stored the way a passing one is: the checks themselves are tested where they live.
    private async Task EditPastChecksAsync(Person instructor, Guid reviewId, object content)
    {
        await using var db = app.NewContext();
        var bodies = new EditedBodies(db);
        var reviewing = new Reviewing(db, bodies, [], TimeProvider.System);
        var decided = await reviewing.DecideAsync(reviewId, new NewDecision("edit", Content: JsonSerializer.SerializeToElement(content)), instructor.Id, TestContext.Current.CancellationToken);
        Assert.Null(decided.Refusal);
    }

    private static async Task<JsonElement> DecideAsync(Person instructor, Guid reviewId, object decision) =>
        await (await instructor.Client.PostAsync($"/api/v1/reviews/{reviewId}/decisions", decision)).JsonAsync(HttpStatusCode.Created);

    private static async Task<JsonElement> DetailAsync(Person instructor, Guid reviewId) =>
        await (await instructor.Client.GetAnswerAsync($"/api/v1/reviews/{reviewId}")).JsonAsync(HttpStatusCode.OK);

    private static async Task<List<JsonElement>> ListAsync(Person person, string query) =>
        [.. (await (await person.Client.GetAnswerAsync("/api/v1/reviews?" + query)).JsonAsync(HttpStatusCode.OK)).List("reviews")];
}

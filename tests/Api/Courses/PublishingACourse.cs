using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Review;
using Tutor.Sources;
using Xunit;

namespace Tutor.Courses;

public sealed class PublishingACourse(TutorApp app)
{
    [Fact]
    public async Task It_takes_what_is_sound_and_says_what_nobody_has_looked_at()
    {
        var (instructor, course) = await app.ACourseAsync();
        var items = course.Modules[0].Items;
        await DecideAsync(instructor, items[0].Id, "accept");
        await DecideAsync(instructor, items[1].Id, "reject");
        await FailChecksAsync(items[2].Id);

        var published = await Scenes.PublishAsync(instructor, course.Id);

        Assert.Equal(1, published.GetProperty("number").GetInt32());
        Assert.Equal("""{"objectives":2,"lessons":1,"items":4}""", published.GetProperty("holds").GetRawText());
        Assert.Equal("""{"objectives":2,"lessons":1,"items":3}""", published.GetProperty("unreviewed").GetRawText());
    }

    [Fact]
    public async Task A_course_that_must_be_reviewed_takes_only_what_was_accepted()
    {
        var (instructor, course) = await app.ACourseAsync(modules: 2);
        await instructor.Client.PatchAsync($"/api/v1/courses/{course.Id}", new { review = "required" });
        await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/publications", new { })).ProblemAsync(HttpStatusCode.Conflict, "nothing-to-publish");
        var module = course.Modules[0];
        await instructor.Client.PatchAsync($"/api/v1/modules/{module.Id}", new { state = "accepted" });
        foreach (var id in new[] { module.Objectives[0], module.LessonId, module.Items[0].Id, module.Items[1].Id }) await DecideAsync(instructor, id, "accept");

        var published = await Scenes.PublishAsync(instructor, course.Id);

        // The second item's objective was not accepted, so the item would be scored for nothing.
        Assert.Equal(1, published.GetProperty("modules").GetInt32());
        Assert.Equal("""{"objectives":1,"lessons":1,"items":1}""", published.GetProperty("holds").GetRawText());
        Assert.Equal("""{"objectives":0,"lessons":0,"items":0}""", published.GetProperty("unreviewed").GetRawText());
    }

    [Fact]
    public async Task Twenty_at_once_make_one_and_all_get_the_same_answer()
    {
        var (instructor, course) = await app.ACourseAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/publications", new { })));

        var bodies = new HashSet<string>();
        foreach (var answer in answers) bodies.Add((await answer.JsonAsync(HttpStatusCode.Created)).GetRawText());
        Assert.Single(bodies);
        await using var db = app.NewContext();
        Assert.Equal(1, await db.Publications.CountAsync(p => p.CourseId == course.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_course_has_nothing_to_publish()
    {
        var (instructor, course) = await app.ACourseAsync(modules: 0);
        await (await instructor.Client.PostAsync($"/api/v1/courses/{course.Id}/publications", new { })).ProblemAsync(HttpStatusCode.Conflict, "nothing-to-publish");
    }

    [Fact]
    public async Task What_is_published_never_changes_and_the_next_one_says_what_does()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync(modules: 2);
        var before = await ModulesAsync(learner, course.Id);
        await DecideAsync(instructor, course.Modules[0].Items[0].Id, "reject");
        await instructor.Client.DeleteAnswerAsync($"/api/v1/modules/{course.Modules[1].Id}");

        Assert.Equal(before, await ModulesAsync(learner, course.Id));
        var preview = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/publications/preview")).JsonAsync(HttpStatusCode.OK);
        Assert.True(preview.GetProperty("changes").GetBoolean());
        Assert.Equal(["Module 1"], preview.List("changed").Select(t => t.GetString()));
        Assert.Equal(["Module 2"], preview.List("removed").Select(t => t.GetString()));
        Assert.Equal(1, preview.GetProperty("learners").GetInt32());

        Assert.Equal(2, (await Scenes.PublishAsync(instructor, course.Id)).GetProperty("number").GetInt32());
        Assert.NotEqual(before, await ModulesAsync(learner, course.Id));
        var listed = await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/publications")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([1, 2], listed.List("publications").Select(p => p.GetProperty("number").GetInt32()));
        Assert.Equal([2, 1], listed.List("publications").Select(p => p.GetProperty("modules").GetInt32()));
    }

    [Fact]
    public async Task Before_it_goes_out_it_says_what_changes_word_by_word_and_whom_it_touches()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync(modules: 3);
        await learner.Client.PostAsync($"/api/v1/modules/{course.Modules[2].Id}/completions", new { });
        await instructor.Client.PatchAsync($"/api/v1/modules/{course.Modules[0].Id}", new { title = "Chunks", position = 1 });
        await DecideAsync(instructor, course.Modules[1].Items[0].Id, "reject");
        await instructor.Client.DeleteAnswerAsync($"/api/v1/modules/{course.Modules[2].Id}");
        await RewordAsync(course.Modules[1].Objectives[0]);

        var differences = (await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/publications/preview")).JsonAsync(HttpStatusCode.OK)).List("differences").ToDictionary(d => d.Id());

        Assert.Equal(3, differences.Count);
        Assert.Equal(("changed", "Module 1"), (differences[course.Modules[0].Id].Text("fate"), differences[course.Modules[0].Id].Text("wasTitle")));
        Assert.Equal(1, differences.Values.Count(d => d.GetProperty("moved").GetBoolean()));
        Assert.Equal(("removed", 1), (differences[course.Modules[2].Id].Text("fate"), differences[course.Modules[2].Id].GetProperty("finished").GetInt32()));
        var pieces = differences[course.Modules[1].Id].List("pieces").ToList();
        Assert.Equal([("objective", "changed"), ("item", "removed")], pieces.Select(p => (p.Text("kind"), p.Text("fate"))));
        Assert.Equal(["removed Explain", "added Describe", "same side 1 of working memory"], pieces[0].List("words").Select(w => $"{w.Text("kind")} {w.Text("text")}"));
    }

    [Fact]
    public async Task An_earlier_one_is_published_again_as_a_new_one_and_twice_is_once()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync(modules: 2);
        var before = await ModulesAsync(learner, course.Id);
        await instructor.Client.DeleteAnswerAsync($"/api/v1/modules/{course.Modules[1].Id}");
        await Scenes.PublishAsync(instructor, course.Id);
        Assert.NotEqual(before, await ModulesAsync(learner, course.Id));
        var path = $"/api/v1/courses/{course.Id}/publications";

        var again = await (await instructor.Client.PostAsync(path, new { from = 1 })).JsonAsync(HttpStatusCode.Created);
        var twice = await (await instructor.Client.PostAsync(path, new { from = 1 })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(3, again.GetProperty("number").GetInt32());
        Assert.Equal(again.Id(), twice.Id());
        Assert.Equal(before, await ModulesAsync(learner, course.Id));
        await (await instructor.Client.PostAsync(path, new { from = 9 })).ProblemAsync(HttpStatusCode.NotFound, "publication-not-found");
    }

    [Fact]
    public async Task A_source_that_is_deleted_leaves_it_whole()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var before = await ModulesAsync(learner, course.Id);

        await app.Services.GetRequiredService<SourceService>().DeleteAsync(course.Source.Id, TestContext.Current.CancellationToken);

        Assert.Equal(before, await ModulesAsync(learner, course.Id));
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/quizzes/{quiz.Id()}/attempts") { Headers = { { "Idempotency-Key", "once" } } };
        request.Content = System.Net.Http.Json.JsonContent.Create(new { answers = new Dictionary<Guid, Guid>() });
        var attempt = await (await learner.Client.SendAsync(request, TestContext.Current.CancellationToken)).JsonAsync(HttpStatusCode.Created);
        var citation = attempt.List("items").First().List("citations").First();
        Assert.Contains(citation.Text("quote"), WrittenCourse.Text, StringComparison.Ordinal);
        Assert.Equal(3, citation.GetProperty("locator").GetProperty("page").GetInt32());
        Assert.Equal("memory.md", citation.GetProperty("source").Text("name"));
    }

    private static async Task DecideAsync(Person instructor, Guid reviewId, string verdict) =>
        await (await instructor.Client.PostAsync($"/api/v1/reviews/{reviewId}/decisions", new { verdict })).JsonAsync(HttpStatusCode.Created);

    private static async Task<string> ModulesAsync(Person person, Guid courseId) =>
        (await (await person.Client.GetAnswerAsync($"/api/v1/courses/{courseId}/modules")).JsonAsync(HttpStatusCode.OK)).GetRawText();

    private async Task RewordAsync(Guid objective)
    {
        await using var db = app.NewContext();
        var reviewable = db.Reviewables.Single(r => r.Id == objective);
        var body = db.Revisions.Single(r => r.Id == reviewable.RevisionId).As<ObjectiveBody>() with { Text = "Describe side 1 of working memory" };
        var revision = new Revision { Id = Guid.CreateVersion7(), ReviewableId = objective, Number = 2, Body = RevisionBodies.Write(body), Writer = "person", CreatedAt = DateTimeOffset.UtcNow };
        db.Revisions.Add(revision);
        reviewable.RevisionId = revision.Id;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task FailChecksAsync(Guid reviewId)
    {
        await using var db = app.NewContext();
        IReadOnlyList<CheckResult> failed = [new("key-proved", false, "The quoted passage does not say so.")];
        await db.Revisions.Where(r => r.ReviewableId == reviewId).ExecuteUpdateAsync(r => r.SetProperty(x => x.Checks, failed), TestContext.Current.CancellationToken);
    }
}

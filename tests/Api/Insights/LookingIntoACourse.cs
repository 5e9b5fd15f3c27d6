using System.Net;
using System.Text.Json;
using Tutor.Learning;
using Tutor.Review;
using Xunit;

namespace Tutor.Insights;

public sealed class LookingIntoACourse(TutorApp app)
{
    [Fact]
    public async Task The_first_answer_counts_and_only_of_learners_who_are_enrolled()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        await AnswerAsync(course, learner, right: false, "first");
        await AnswerAsync(course, learner, right: true, "second");
        var second = await app.AddPersonAsync();
        await Scenes.EnrolAsync(second, course.Id);
        await AnswerAsync(course, second, right: true, "first");
        await AnswerAsync(course, instructor, right: true, "first");
        var gone = await app.AddPersonAsync();
        await Scenes.EnrolAsync(gone, course.Id);
        await AnswerAsync(course, gone, right: false, "first");
        await instructor.Client.DeleteAnswerAsync($"/api/v1/courses/{course.Id}/enrollments/{gone.Id}");

        var insight = await InsightAsync(instructor, course.Id);

        Assert.Equal((2, 2), (insight.GetProperty("learners").GetInt32(), insight.GetProperty("active").GetInt32()));
        Assert.All(Items(insight).Where(i => All(i) == 2), i => Assert.Equal(1, i.GetProperty("first").GetProperty("some").GetInt32()));
        Assert.All(Items(insight), i =>
        {
            Assert.InRange(All(i), 0, 2);
            Assert.Equal(All(i), i.List("choices").Sum(c => c.GetProperty("taken").GetInt32()));
        });
        Assert.True(Items(insight).Sum(All) > 0);
        var mastery = insight.List("modules").First().List("objectives").First().GetProperty("mastery");
        Assert.Equal(2, new[] { "mastered", "underway", "weak", "open" }.Sum(k => mastery.GetProperty(k).GetInt32()));
    }

    [Fact]
    public async Task Answers_to_an_earlier_wording_are_said_and_not_counted()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync(items: 2);
        await AnswerAsync(course, learner, right: true, "first");
        var item = course.Modules[0].Items[0].Id;
        await RewordAsync(item);
        await Scenes.PublishAsync(instructor, course.Id);

        var edited = Items(await InsightAsync(instructor, course.Id)).Single(i => i.Id("itemId") == item);

        Assert.Equal((0, 1), (All(edited), edited.GetProperty("earlier").GetInt32()));
    }

    [Fact]
    public async Task Of_an_earlier_time_nothing_is_counted()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        await AnswerAsync(course, learner, right: true, "first");
        await using (var command = app.Database.DataSource.CreateCommand($"update attempts set created_at = now() - interval '10 days' where learner_id = '{learner.Id}'"))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, (await InsightAsync(instructor, course.Id, "?days=7")).GetProperty("active").GetInt32());
        Assert.Equal(1, (await InsightAsync(instructor, course.Id, "?days=30")).GetProperty("active").GetInt32());
        await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/insight?days=0")).ProblemAsync(HttpStatusCode.BadRequest, "invalid-input");
    }

    [Fact]
    public async Task Who_is_stuck_is_named_first_with_the_objective()
    {
        var (instructor, course, learner) = await app.APublishedCourseAsync();
        var fine = await app.AddPersonAsync();
        await Scenes.EnrolAsync(fine, course.Id);
        for (var n = 0; n < 4; n++) await AnswerAsync(course, learner, right: false, $"{n}");

        var learners = (await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{course.Id}/insight/learners")).JsonAsync(HttpStatusCode.OK)).List("learners").ToList();

        Assert.Equal([learner.Id, fine.Id], learners.Select(l => l.Id()));
        Assert.Equal("stuck", learners[0].GetProperty("need").Text("kind"));
        Assert.Contains("working memory", learners[0].GetProperty("need").Text("objective"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, learners[1].GetProperty("need").ValueKind);
        Assert.Equal((1, 4), (learners[0].GetProperty("finished").GetInt32(), learners[0].GetProperty("attempts").GetInt32()));
    }

    private async Task RewordAsync(Guid item)
    {
        await using var db = app.NewContext();
        var reviewable = db.Reviewables.Single(r => r.Id == item);
        var body = db.Revisions.Single(r => r.Id == reviewable.RevisionId).As<ItemBody>() with { Stem = "What else might one ask?" };
        var revision = new Revision { Id = Guid.CreateVersion7(), ReviewableId = item, Number = 2, Body = RevisionBodies.Write(body), Writer = "person", CreatedAt = DateTimeOffset.UtcNow };
        db.Revisions.Add(revision);
        reviewable.RevisionId = revision.Id;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AnswerAsync(WrittenCourse course, Person learner, bool right, string key)
    {
        var quiz = await Scenes.QuizAsync(learner, course.Modules[0].Id);
        await Attempting.SubmitAsync(learner, quiz.Id(), Attempting.ItemsOf(course, quiz).ToDictionary(i => i.Id, i => right ? i.Key : i.Wrong), key);
    }

    private static async Task<JsonElement> InsightAsync(Person instructor, Guid courseId, string query = "") =>
        await (await instructor.Client.GetAnswerAsync($"/api/v1/courses/{courseId}/insight{query}")).JsonAsync(HttpStatusCode.OK);

    private static IEnumerable<JsonElement> Items(JsonElement insight) => insight.List("modules").SelectMany(m => m.List("objectives")).SelectMany(o => o.List("items"));

    private static int All(JsonElement item) => item.GetProperty("first").GetProperty("all").GetInt32();
}
